package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Matching documents that are sorted here, because no index has their order; only what they are sorted by is kept. */
final class SortedCandidates implements Candidates {

    private final Document orderBy;
    private final Iterator<Map.Entry<byte[], Position>> sorted;

    SortedCandidates(
            Candidates candidates,
            OrderedMap documents,
            Document orderBy,
            Predicate<Document> query,
            WantedFields wanted) {
        this.orderBy = orderBy;
        List<Map.Entry<byte[], Position>> found = new ArrayList<>();
        for (Candidate candidate = candidates.next(); candidate != null; candidate = candidates.next()) {
            byte[] bytes = candidate.read(documents);
            if (bytes != null) {
                Document document = Bson.decode(bytes, wanted);
                if (query.test(document)) {
                    found.add(Map.entry(sortKey(document), candidate.position()));
                }
            }
        }
        found.sort(Map.Entry.comparingByKey(Arrays::compareUnsigned));
        sorted = found.iterator();
    }

    @Override
    public @Nullable Candidate next() {
        return sorted.hasNext() ? new Candidate(sorted.next().getValue(), null) : null;
    }

    private byte[] sortKey(Document document) {
        SortableBytes key = new SortableBytes();
        orderBy.forEach((field, direction) -> {
            boolean ascending = ((Number) direction).intValue() > 0;
            Object value = Utils.getSubdocumentValueCollectionAware(document, field);
            key.append(value instanceof Collection<?> array ? representative(array, ascending) : value, ascending);
        });
        return key.toByteArray();
    }

    /** The element an array is sorted by: its least, or its greatest in descending order. */
    private static @Nullable Object representative(Collection<?> array, boolean ascending) {
        Comparator<Object> order = Comparator.comparing(SortableBytes::of, Arrays::compareUnsigned);
        Stream<Object> elements = array.stream().map(Missing::ofNullable);
        return (ascending ? elements.min(order) : elements.max(order)).orElse(null);
    }
}
