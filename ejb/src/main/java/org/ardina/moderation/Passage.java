package org.ardina.moderation;

/**
 * The part of a text that a finding is about, as it stands there.
 *
 * @param start where it begins, in chars of the text
 */
public record Passage(int start, String text) {

    /** Where it ends, exclusive. */
    public int end() {
        return start + text.length();
    }
}
