package org.ardina.article;

import java.time.Instant;

/** A note under a published article that tells its readers what was wrong, plain text. */
public record Correction(String text, Instant publishedAt) {

    public static final int MAXIMUM_LENGTH = 1000;

    public Correction {
        if (text.isBlank() || text.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("A correction has 1 to " + MAXIMUM_LENGTH + " characters");
        }
    }
}
