package org.ardina.embedded;

import java.util.List;

/**
 * How a query is answered from one index.
 *
 * @param ranges where the entries of all matching documents are
 * @param bounded whether the ranges are less than the whole index
 * @param sorted whether reading the ranges yields the order that the query asks for
 * @param repeats whether the ranges may hold several entries of one document
 * @param exact whether the ranges hold no other documents than those that match
 */
record QueryPlan(
        AccessPath path,
        List<KeyRange> ranges,
        boolean bounded,
        boolean sorted,
        boolean backwards,
        boolean repeats,
        boolean exact,
        int merit) {

    Candidates candidates() {
        return new IndexedCandidates(path, ranges, backwards, repeats);
    }

    /** The whole collection, in its natural order. */
    static QueryPlan scan(AccessPath documents, boolean backwards) {
        return new QueryPlan(documents, List.of(KeyRange.ALL), false, false, backwards, false, false, 0);
    }
}
