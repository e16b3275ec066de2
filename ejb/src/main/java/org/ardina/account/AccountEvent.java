package org.ardina.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account, told to whoever in the newsroom wants to know: letters, the audit trail.
 *
 * @param actor the id of the account of whoever did it, absent for nobody who was logged in
 * @param details names and values, none of them secret
 */
public record AccountEvent(
        Kind kind, Account account, @Nullable String actor, Map<String, String> details) {

    /** What happened. */
    public enum Kind {
        REGISTERED,
        PROFILE_CHANGED,
        PASSWORD_CHANGED,
        IDENTITY_LINKED,
        IDENTITY_UNLINKED,
        ROLE_CHANGED,
        SUSPENDED,
        REACTIVATED,
        WRITER_REQUESTED,
        WRITER_APPROVED,
        WRITER_DECLINED,
        LEFT,
        CAME_BACK,
        ERASED
    }

    public AccountEvent {
        details = Map.copyOf(details);
    }
}
