package org.ardina.importing;

/**
 * An item that gives no article.
 *
 * @param item what a person finds it by: a headline, an id, a line number
 * @param outcome skipped when it is sound but not wanted (a menu entry, an empty body), failed when it is broken
 * @param reason a sentence for the report
 */
record UnusableItem(String item, Outcome outcome, String reason) implements SourceItem {

    enum Outcome {
        SKIPPED,
        FAILED
    }
}
