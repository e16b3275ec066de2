package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A cursor that reads its documents when they are asked for, from the state at that time, so that neither memory nor
 * old states of the store are held for those who do not come back.
 */
final class MatchesCursor extends AbstractCursor {

    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    private final Matches matches;
    private final UnaryOperator<List<Document>> projection;
    private boolean more = true;

    MatchesCursor(long identifier, Matches matches, UnaryOperator<List<Document>> projection) {
        super(identifier);
        this.matches = matches;
        this.projection = projection;
    }

    @Override
    public boolean isEmpty() {
        return !more;
    }

    @Override
    public List<Document> takeDocuments(int limit) {
        List<Document> batch = new ArrayList<>();
        long bytes = 0;
        while ((limit <= 0 || batch.size() < limit) && bytes < BATCH_BYTES && matches.hasNext()) {
            batch.add(matches.next());
            bytes += matches.size();
        }
        more = matches.hasNext();
        matches.pause();
        return projection.apply(batch);
    }
}
