package org.ardina.newsroom;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.ardina.account.Role;
import org.ardina.account.Token;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.Manuscript;
import org.ardina.article.Manuscripts;
import org.ardina.configuration.PublicAddress;
import org.ardina.problem.NotFoundException;

/** Articles as their readers will see them, before they do. */
@Stateless
@RolesAllowed(Role.WRITER)
@TransactionManagement(TransactionManagementType.BEAN)
public class Previews {

    /** For so long a link shows an article. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    @Inject
    private PreviewRepository previews;

    @Inject
    private Manuscripts manuscripts;

    @Inject
    private Desk desk;

    @Inject
    private PublicAddress site;

    /**
     * The article with the text that is worked on.
     *
     * @throws NotFoundException if it is not for the caller
     */
    public Article of(ArticleId id) {
        return desk.require(id).preview(Instant.now());
    }

    /** A link that shows the article, with whatever text it has then, to somebody without an account. */
    public PreviewLink link(ArticleId id) {
        Manuscript manuscript = desk.require(id);
        String token = Token.random();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        PreviewLink link = new PreviewLink(site.page("/preview/" + token), now.plus(LIFETIME));
        previews.insert(Token.hash(token), id, now, link.expiresAt());
        desk.note(
                "article.preview-link",
                manuscript,
                Map.of("expiresAt", link.expiresAt().toString()));
        return link;
    }

    /** Makes all links to an article useless. */
    public void withdraw(ArticleId id) {
        desk.note("article.preview-links-withdrawn", desk.require(id), Map.of());
        previews.deleteAll(id);
    }

    /**
     * What a link shows.
     *
     * @throws NotFoundException if it has expired, was withdrawn or never was, or its article is archived
     */
    @PermitAll
    public Article open(String token) {
        Instant now = Instant.now();
        return previews.find(Token.hash(token), now)
                .flatMap(manuscripts::find)
                .filter(manuscript -> manuscript.article().state() != ArticleState.ARCHIVED)
                .map(manuscript -> manuscript.preview(now))
                .orElseThrow(() -> new NotFoundException("preview"));
    }
}
