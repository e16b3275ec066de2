package org.ardina.comment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.ardina.account.AccountConfiguration;
import org.ardina.account.AccountEvent;
import org.ardina.account.Accounts;
import org.ardina.account.Caller;
import org.ardina.account.Profile;

/**
 * Who writes comments and how they stand, at hand. What was found in MongoDB is believed for a second, unless it changes
 * here: whoever is muted on another replica may write for that much longer.
 */
@ApplicationScoped
class CommentAuthors {

    private static final Duration BELIEVED = Duration.ofSeconds(1);
    private static final int MOST = 20_000;

    private final Cache<String, CommentAuthor> found =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BELIEVED).build();

    @Inject
    private Accounts accounts;

    @Inject
    private AccountConfiguration configuration;

    @Inject
    private CommenterRepository commenters;

    @Inject
    private Caller caller;

    /** The caller. */
    CommentAuthor caller() {
        String account = caller.requireAccountId();
        CommentAuthor known = found.getIfPresent(account);
        if (known != null) {
            return known;
        }
        CommentAuthor author = new CommentAuthor(accounts.mine(), commenters.find(account));
        // Whoever has yet to follow the link in a letter can write at once when they have.
        if (!mustVerify(author.profile())) {
            found.put(account, author);
        }
        return author;
    }

    /** Whether they have to show first that their e-mail address is theirs. */
    boolean mustVerify(Profile author) {
        return configuration.verifiedEmailRequired() && author.email() != null && !author.emailVerified();
    }

    /** Has somebody looked up anew, after a change. */
    void forget(String account) {
        found.invalidate(account);
    }

    void follow(@Observes AccountEvent event) {
        forget(event.account().id());
    }
}
