package org.ardina.web.site;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.account.Account;
import org.ardina.article.ArticleId;
import org.ardina.comment.Participation;
import org.ardina.comment.Participations;
import org.ardina.configuration.PublicAddress;
import org.ardina.store.StoreFailure;
import org.ardina.web.authentication.FormTokens;
import org.ardina.web.authentication.RequestIdentity;
import org.ardina.web.authentication.SessionTokens;
import org.jspecify.annotations.Nullable;

/** Fills the holes of kept pages for whoever is logged in. */
@ApplicationScoped
public class ReaderHoles {

    /** The hole in the masthead: who is logged in, and the way to their account or out. */
    public static final String READER = "reader";

    private static final Logger LOG = Logger.getLogger(ReaderHoles.class.getName());

    @Inject
    private SessionTokens tokens;

    @Inject
    private FormTokens forms;

    @Inject
    private Participations participations;

    @Inject
    private PublicAddress address;

    private Pages pages;

    @PostConstruct
    void prepare() {
        pages = new Pages(address.uri());
    }

    /** What belongs into the holes of a page, by their names; null for those who are not logged in. */
    @Nullable Function<String, byte[]> filling(HttpServletRequest request, InterfaceLanguage language) {
        return RequestIdentity.account(request)
                .<Function<String, byte[]>>flatMap(account -> tokens.of(request).map(session -> {
                    String token = forms.make(session);
                    return hole -> fill(hole, account, token, language);
                }))
                .orElse(null);
    }

    private byte[] fill(String hole, Account account, String token, InterfaceLanguage language) {
        if (hole.equals(READER)) {
            return pages.reader(account.displayName(), token, language);
        }
        ParticipationHole part = ParticipationHole.parse(hole)
                .orElseThrow(() -> new IllegalArgumentException("Nobody knows what belongs into " + hole));
        return pages.participation(part, participation(part.article(), account), token, language);
    }

    /** What is not known while MongoDB is away is left out. */
    private @Nullable Participation participation(ArticleId article, Account account) {
        try {
            return participations.find(article, account.id());
        } catch (RuntimeException failure) {
            LOG.log(
                    StoreFailure.isCauseOf(failure) ? Level.FINE : Level.SEVERE,
                    "Nobody knows what the reader likes",
                    failure);
            return null;
        }
    }
}
