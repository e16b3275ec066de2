package org.ardina.newsroom;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ardina.account.Account;
import org.ardina.account.Role;
import org.ardina.article.ArticleId;
import org.ardina.problem.NotFoundException;

/**
 * Who has an article open, so that two people who write know of each other. It keeps nobody from anything: what protects
 * a text is the version that each change names.
 */
@Stateless
@RolesAllowed(Role.WRITER)
@TransactionManagement(TransactionManagementType.BEAN)
public class OpenArticles {

    /** For so long somebody counts who says no more; say it again in half of this time. */
    public static final Duration LEASE = Duration.ofSeconds(90);

    @Inject
    private OpenArticleRepository open;

    @Inject
    private Desk desk;

    /**
     * Notes that the caller has the article open, for the time of a {@link #LEASE}.
     *
     * @return the names of the others who do
     * @throws NotFoundException if it is not for the caller
     */
    public List<String> keep(ArticleId id) {
        desk.require(id);
        Account account = desk.caller();
        Instant now = Instant.now();
        open.keep(id, account, now, now.plus(LEASE));
        return open.others(id, account.id(), now);
    }

    /** Notes that the caller has closed it. */
    public void close(ArticleId id) {
        open.close(id, desk.caller().id());
    }
}
