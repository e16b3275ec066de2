package org.ardina.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer has to say about an article, or about a passage of it.
 *
 * @param quote the passage, absent for a note about the whole
 * @param offset where the passage begins in the text without markup, counted in UTF-16 units; a hint where it occurs
 *     more than once
 * @param text number of the text that it is about; see {@link Edit#number}
 */
public record ReviewNote(
        String note, @Nullable String quote, @Nullable Integer offset, String name, Instant at, int text) {

    public static final int MAXIMUM_NOTE = 2000;
    public static final int MAXIMUM_QUOTE = 500;
}
