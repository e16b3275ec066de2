package org.ardina.moderation;

/**
 * From where on a check finds something. A share or score of 101 per cent is never reached.
 *
 * @param longest characters of a comment; longer ones are rejected
 * @param mostLinks more are held
 * @param firstComments until so many of somebody's comments are shown, theirs are held
 * @param capitalsPercent from this share of capital letters on a comment is held
 * @param alikePercent from this resemblance to another of the same author on a comment is held
 * @param rejectedPercent from this share of rejected comments on an author's comments are held
 * @param holdScore from this score on a comment is held
 * @param rejectScore from this score on a comment is rejected
 */
public record Thresholds(
        int longest,
        int mostLinks,
        int firstComments,
        int capitalsPercent,
        int alikePercent,
        int rejectedPercent,
        int holdScore,
        int rejectScore) {

    /** What counts unless an operator sets something else. */
    public static final Thresholds STANDARD = new Thresholds(5_000, 2, 0, 70, 90, 50, 90, 101);
}
