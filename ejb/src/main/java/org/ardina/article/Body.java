package org.ardina.article;

/**
 * The text of an article: as it came, and as it is shown.
 *
 * @param raw the text as written or imported, never shown as it is
 * @param html sanitised, safe to place in a page
 * @param words how many words a reader reads
 */
public record Body(BodyFormat format, String raw, String html, int words) {

    private static final int WORDS_A_MINUTE = 230;

    /** Minutes an adult takes to read this, at 230 words a minute (Brysbaert 2019), at least one. */
    public int readingMinutes() {
        return Math.max(1, Math.round(words / (float) WORDS_A_MINUTE));
    }
}
