package org.ardina.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The documents that match a query, read one at a time. */
final class Matches implements Iterator<Document> {

    private final Candidates candidates;
    private final OrderedMap documents;
    private final Predicate<Document> query;
    private final WantedFields wanted;
    private long remaining;
    private @Nullable Document next;
    private int size;

    /**
     * @param wanted which fields of the documents are needed, also by the query
     * @param skip how many matching documents to pass over
     * @param limit how many matching documents to return; 0: all
     */
    Matches(
            Candidates candidates,
            OrderedMap documents,
            Predicate<Document> query,
            WantedFields wanted,
            int skip,
            int limit) {
        this.candidates = candidates;
        this.documents = documents;
        this.query = query;
        this.wanted = wanted;
        this.remaining = Long.MAX_VALUE;
        for (int i = 0; i < skip && hasNext(); i++) {
            next();
        }
        if (limit > 0) {
            this.remaining = limit;
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && remaining > 0) {
            Candidate candidate = candidates.next();
            if (candidate == null) {
                return false;
            }
            byte[] bytes = candidate.read(documents);
            if (bytes != null) {
                Document document = Bson.decode(bytes, wanted);
                next = query.test(document) ? document : null;
                size = bytes.length;
            }
        }
        return next != null;
    }

    @Override
    public Document next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Document document = next;
        next = null;
        remaining--;
        return document;
    }

    /** The size of the document that was returned last, in bytes. */
    int size() {
        return size;
    }

    void pause() {
        candidates.pause();
    }
}
