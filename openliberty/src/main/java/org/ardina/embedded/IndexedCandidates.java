package org.ardina.embedded;

import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documents in some ranges of an index, merged in the order of the index. */
final class IndexedCandidates implements Candidates {

    private final AccessPath path;
    private final boolean repeats;
    private final Set<Position> seen = new HashSet<>();
    private final PriorityQueue<RangeReader> readers;

    IndexedCandidates(AccessPath path, List<KeyRange> ranges, boolean backwards, boolean repeats) {
        this.path = path;
        this.repeats = repeats;
        this.readers = new PriorityQueue<>(Math.max(1, ranges.size()));
        for (KeyRange range : ranges) {
            read(new RangeReader(path.entries(), range, backwards));
        }
    }

    private void read(RangeReader reader) {
        if (reader.advance()) {
            readers.add(reader);
        }
    }

    @Override
    public @Nullable Candidate next() {
        while (true) {
            RangeReader reader = readers.poll();
            if (reader == null) {
                return null;
            }
            Candidate candidate = path.candidate(reader.key(), reader.value());
            read(reader);
            if (!repeats || seen.add(candidate.position())) {
                return candidate;
            }
        }
    }

    @Override
    public void pause() {
        readers.forEach(RangeReader::pause);
    }
}
