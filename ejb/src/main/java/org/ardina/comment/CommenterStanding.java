package org.ardina.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do in conversations, as administrators decide, and whether they want letters about them.
 *
 * @param mutedUntil until when they cannot comment; absent where nobody has muted them
 * @param shadowed whether nobody else sees what they write from now on
 * @param reviewedFirst whether their comments are looked at before they are shown
 * @param letters whether they get letters about replies and mentions
 */
public record CommenterStanding(
        String account, @Nullable Instant mutedUntil, boolean shadowed, boolean reviewedFirst, boolean letters) {

    static CommenterStanding ordinary(String account) {
        return new CommenterStanding(account, null, false, false, true);
    }

    /** Whether they cannot comment at that time. */
    public boolean isMuted(Instant now) {
        return mutedUntil != null && now.isBefore(mutedUntil);
    }
}
