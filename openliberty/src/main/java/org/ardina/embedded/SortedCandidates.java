package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Matching documents that are sorted here, because no index has their order; only what they are sorted by is kept. */
final class SortedCandidates implements Candidates {

    private record Sortable(Document values, Position position) {}

    private final Iterator<Sortable> sorted;

    SortedCandidates(Candidates candidates, OrderedMap documents, Document orderBy, Predicate<Document> query) {
        List<Sortable> found = new ArrayList<>();
        for (Candidate candidate = candidates.next(); candidate != null; candidate = candidates.next()) {
            byte[] bytes = candidate.read(documents);
            if (bytes == null) {
                continue;
            }
            Document document = Bson.decode(bytes);
            if (query.test(document)) {
                Document values = new Document();
                orderBy.keySet().forEach(field -> Utils.copySubdocumentValue(document, values, field));
                found.add(new Sortable(values, candidate.position()));
            }
        }
        found.sort(Comparator.comparing(Sortable::values, new DocumentComparator(orderBy)));
        sorted = found.iterator();
    }

    @Override
    public @Nullable Candidate next() {
        return sorted.hasNext() ? new Candidate(sorted.next().position(), null) : null;
    }
}
