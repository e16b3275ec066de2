package org.ardina.moderation;

import java.time.Duration;

/**
 * What is known of an author when they write.
 *
 * @param staff whether they write for the paper: of the checks only suspension counts for them
 * @param verified whether their e-mail address is theirs
 * @param age since they registered
 * @param approvedComments how many of their comments are shown
 * @param decided how many of their comments of the last seven days were decided about, by whom or what ever
 * @param rejected how many of these were rejected
 */
public record AuthorStanding(
        boolean suspended,
        boolean muted,
        boolean staff,
        boolean verified,
        Duration age,
        long approvedComments,
        long decided,
        long rejected) {

    /** How long what was decided about counts. */
    public static final Duration RECORD = Duration.ofDays(7);

    public AuthorStanding {
        if (age.isNegative() || approvedComments < 0 || rejected < 0 || decided < rejected) {
            throw new IllegalArgumentException("Impossible: age " + age + ", " + approvedComments + " approved, "
                    + rejected + " of " + decided + " rejected");
        }
    }

    /** The share of the decided comments that was rejected, from 0 to 1. */
    public double rejectedShare() {
        return decided == 0 ? 0 : (double) rejected / decided;
    }
}
