package org.ardina.importing;

/**
 * Why an item was not taken, or what was left out of one that was.
 *
 * @param number of the item in its file, from 1
 * @param item what a person finds it by
 */
public record ImportProblem(long number, String item, Outcome outcome, String reason) {

    public enum Outcome {
        SKIPPED,
        FAILED,
        /** Imported, with something to know about it. */
        NOTED
    }
}
