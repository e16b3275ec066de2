package org.ardina.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The stamp that every change leaves on its document, in the same write: a version that grows by one, and the time by the
 * clock of the replica that wrote it. By it other replicas find what has changed.
 */
public final class ChangeStamp {

    public static final String VERSION = "version";
    public static final String CHANGED_AT = "changedAt";

    /** Oldest first. */
    public static final Bson ORDER = Indexes.ascending(CHANGED_AT, "_id");

    private ChangeStamp() {}

    /** The index by which changes are found. */
    public static IndexModel index() {
        return new IndexModel(ORDER);
    }

    /** Stamps a document that is about to be inserted and has its version already. */
    public static Document on(Document document) {
        return document.append(CHANGED_AT, Date.from(Instant.now()));
    }

    /** The part of an update that stamps the document. */
    public static Bson update() {
        return Updates.combine(Updates.inc(VERSION, 1L), Updates.set(CHANGED_AT, Date.from(Instant.now())));
    }

    /**
     * The documents changed at that time or later.
     *
     * @param after the identifier of the last one known of those with exactly that time, an {@link ObjectId} or a text
     */
    public static Bson since(Instant time, @Nullable Object after) {
        Date from = Date.from(time);
        Bson inTime = Filters.gte(CHANGED_AT, from);
        return after == null
                ? inTime
                : Filters.and(
                        inTime,
                        Filters.or(
                                Filters.gt(CHANGED_AT, from),
                                Filters.and(Filters.eq(CHANGED_AT, from), Filters.gt("_id", after))));
    }
}
