package org.ardina.moderation;

import java.util.List;
import java.util.Map;

/**
 * Rules that somebody thinks of.
 *
 * @param thresholds all of them, changed or not
 * @param added entries for word lists, by the name of the list, as {@code banned-en.txt}
 * @param removed entries that are to be in no list
 */
public record RuleChange(Thresholds thresholds, Map<String, List<String>> added, List<String> removed) {

    public RuleChange {
        added = Map.copyOf(added);
        removed = List.copyOf(removed);
    }
}
