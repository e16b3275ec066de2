package org.ardina.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ardina.secondfactor.SecondFactors;
import org.ardina.store.StoreUnavailableException;
import org.ardina.store.StoreWatch;

/**
 * Which sessions are in use in this process. What was found in MongoDB is believed for half a second, so that a reader
 * who turns many pages, or a program that asks often, costs two reads and not two for each request; a session that was
 * ended elsewhere is refused here within that time.
 */
@ApplicationScoped
public class LiveSessions {

    private static final Duration BELIEVED = Duration.ofMillis(500);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** How many times in the time after which a session is over its use is noted at least. */
    private static final int NOTED_TIMES = 4;

    private static final int MOST = 20_000;

    private final Cache<String, Optional<Account>> found =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BELIEVED).build();

    @Inject
    private AccountRepository accounts;

    @Inject
    private SessionRepository sessions;

    @Inject
    private SessionConfiguration configuration;

    @Inject
    private LoginCodeConfiguration codes;

    @Inject
    private SecondFactors factors;

    @Inject
    private StoreWatch watch;

    /** The account that is logged in with this token. */
    public Optional<Account> find(String token) {
        return found.get(Token.hash(token), this::look);
    }

    /** Has one looked up anew, after a change. */
    void forget(String id) {
        found.invalidate(id);
    }

    /** Has all looked up anew, after a change of an account. */
    void forgetAll() {
        found.invalidateAll();
    }

    boolean isOver(SessionRepository.Stored session, AccountRepository.Stored account, Instant now) {
        return isOver(session, account, configuration.idle(), now);
    }

    static boolean isOver(
            SessionRepository.Stored session, AccountRepository.Stored account, Duration idle, Instant now) {
        return session.epoch() != account.epoch()
                || account.status() != Status.ACTIVE
                || !session.expiresAt().isAfter(now)
                || !session.lastUsedAt().plus(idle).isAfter(now);
    }

    /** After this it is noted again that a session is in use: so seldom that it costs nothing. */
    static Duration notedEvery(Duration idle) {
        Duration often = idle.dividedBy(NOTED_TIMES);
        return often.compareTo(NOTED_EVERY) < 0 ? often : NOTED_EVERY;
    }

    private Optional<Account> look(String id) {
        if (!watch.mongo().available()) {
            // Readers' pages go on without MongoDB and do not wait for it to answer who reads them.
            throw new StoreUnavailableException(
                    "MongoDB is away: " + watch.mongo().detail());
        }
        Optional<SessionRepository.Stored> session = sessions.find(id);
        if (session.isEmpty()) {
            return Optional.empty();
        }
        Optional<AccountRepository.Stored> account = accounts.find(session.get().account());
        Instant now = Instant.now();
        if (account.isEmpty() || isOver(session.get(), account.get(), now)) {
            return Optional.empty();
        }
        Instant noted = now.minus(notedEvery(configuration.idle()));
        if (session.get().lastUsedAt().isBefore(noted)) {
            sessions.touch(id, noted, now);
        }
        return account.map(AccountRepository.Stored::account).map(this::limited);
    }

    /** Somebody who must have a second factor and has none is a reader until they do. */
    private Account limited(Account account) {
        return codes.isRequired(account.role()) && !factors.isOn(account.id())
                ? new Account(account.id(), account.username(), account.displayName(), Role.READER)
                : account;
    }
}
