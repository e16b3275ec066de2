package org.ardina.newsroom;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ardina.account.Caller;
import org.ardina.account.Role;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.StoreWatch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what somebody is writing, as it is, while they write: it survives a closed tab, the end of a session and the
 * loss of a replica. Each account has its own; the newest twenty are kept, for thirty days.
 */
@Stateless
@RolesAllowed(Role.WRITER)
@TransactionManagement(TransactionManagementType.BEAN)
public class Autosaves {

    static final int MOST = 20;
    static final int MOST_FIELDS = 40;
    static final int MOST_CHARACTERS = 1 << 20;
    static final Duration KEPT = Duration.ofDays(30);

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    @Inject
    private AutosaveRepository autosaves;

    @Inject
    private Caller caller;

    @Inject
    private StoreWatch watch;

    /**
     * Keeps what the caller is writing, in the place of what was kept under the same key.
     *
     * @param key the id of the article, or for a new one a word that the editor made up
     * @param basedOn the version of the article that the writing began with
     * @throws InvalidInputException if it is more than an article can be
     */
    public Autosave save(String key, Map<String, String> fields, @Nullable Long basedOn) {
        requireKey(key);
        long characters = fields.values().stream().mapToLong(String::length).sum();
        if (fields.size() > MOST_FIELDS || characters > MOST_CHARACTERS) {
            throw new InvalidInputException(
                    "draft-too-large",
                    "An unfinished text has at most " + MOST_FIELDS + " fields and " + MOST_CHARACTERS
                            + " characters.");
        }
        Map<String, String> kept = new HashMap<>();
        fields.forEach((name, text) -> {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidInputException("invalid-field", "A field has a name of letters and digits.");
            }
            kept.put(name, PlainText.wellFormed(text));
        });
        Autosave autosave = new Autosave(key, kept, basedOn, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        autosaves.save(caller.requireAccountId(), autosave, MOST);
        return autosave;
    }

    /** What the caller was writing under this key. */
    public Optional<Autosave> find(String key) {
        requireKey(key);
        return autosaves.find(caller.requireAccountId(), key);
    }

    /** All that the caller has not finished, newest first. */
    public List<Autosave> list() {
        return autosaves.list(caller.requireAccountId(), MOST);
    }

    /** Forgets it, as after it became part of the article. */
    public void discard(String key) {
        requireKey(key);
        autosaves.delete(caller.requireAccountId(), key);
    }

    @PermitAll
    @Schedule(hour = "4", minute = "23", persistent = false)
    void tidy() {
        if (watch.mongo().available()) {
            autosaves.deleteOlder(Instant.now().minus(KEPT));
        }
    }

    private static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidInputException(
                    "invalid-key", "The key is the id of an article, or letters, digits, hyphens and underscores.");
        }
    }
}
