package org.ardina.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reader's comment as a source gives it.
 *
 * @param key identifies it within its article
 * @param parent the key of the comment that it answers
 * @param approved whether the public saw it
 */
record SourceComment(
        String key,
        @Nullable String parent,
        String author,
        String body,
        @Nullable Instant writtenAt,
        boolean approved) {}
