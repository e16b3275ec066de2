package org.ardina.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ardina.change.Change;

/** Articles that have changed and are not yet found as they are now, the first told of first. */
final class PendingChanges {

    /** More than this are not remembered one by one. */
    static final int MOST = 20_000;

    private final Map<String, Change> waiting = new LinkedHashMap<>();
    private final Map<String, Change> taken = new LinkedHashMap<>();

    /** Adds changes, and returns whether there was room. */
    synchronized boolean add(List<Change> told) {
        for (Change change : told) {
            if (change.kind() == Change.Kind.ARTICLE) {
                waiting.put(change.id(), change);
            }
        }
        return waiting.size() <= MOST;
    }

    /** Takes the first of those that wait. */
    synchronized List<Change> take(int limit) {
        List<Change> first = new ArrayList<>();
        Iterator<Change> changes = waiting.values().iterator();
        while (first.size() < limit && changes.hasNext()) {
            Change change = changes.next();
            first.add(change);
            taken.put(change.id(), change);
            changes.remove();
        }
        return first;
    }

    /** Forgets those that were taken, and returns them: the index shows them. */
    synchronized List<Change> done() {
        List<Change> done = List.copyOf(taken.values());
        taken.clear();
        return done;
    }

    /** Lets those that were taken wait again, before all others. */
    synchronized void putBack() {
        Map<String, Change> later = new LinkedHashMap<>(waiting);
        waiting.clear();
        waiting.putAll(taken);
        waiting.putAll(later);
        taken.clear();
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized boolean isNothingLeft() {
        return waiting.isEmpty();
    }

    /** Whether the article was taken out of the paper and may still be in the index. */
    synchronized boolean isWithdrawn(String id) {
        Change change = waiting.getOrDefault(id, taken.get(id));
        return change != null && !change.approved();
    }
}
