package org.ardina.comment;

import java.time.Instant;

/**
 * Where a comment stands in its thread. The path of a comment begins with that of the one it answers, so that the order of
 * paths is the order of reading: each comment, then what answers it, oldest first. Answers to the deepest level stand on
 * that level.
 *
 * @param path of steps of {@value #STEP} digits, empty for the first comment of a thread
 */
public record ThreadPlace(String path) {

    /** Deeper threads cannot be read on a phone. */
    public static final int DEEPEST = 3;

    static final int STEP = 18;

    private static final int ID_DIGITS = 6;

    static final ThreadPlace FIRST = new ThreadPlace("");

    public ThreadPlace {
        if (path.length() % STEP != 0 || path.length() > DEEPEST * STEP) {
            throw new IllegalArgumentException("No place in a thread: " + path);
        }
    }

    /** How many comments it answers, one through the other; at most {@value #DEEPEST}. */
    public int depth() {
        return path.length() / STEP;
    }

    /** The place of an answer. */
    ThreadPlace answer(CommentId id, Instant writtenAt) {
        String digits = id.value();
        return new ThreadPlace(beforeAnswers()
                + "%012x".formatted(Math.max(0, writtenAt.toEpochMilli()))
                + digits.substring(digits.length() - ID_DIGITS));
    }

    /** With which the paths of all answers begin, and which comes before each of them. */
    String beforeAnswers() {
        return depth() < DEEPEST ? path : path.substring(0, path.length() - STEP);
    }

    /** Behind all paths that begin with this one. */
    String end() {
        return path + '~';
    }
}
