package org.ardina.curation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ardina.article.ArticleId;
import org.ardina.change.Change;
import org.ardina.change.ChangeSource;
import org.ardina.change.Changes;
import org.ardina.store.ChangeStamp;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The choice for the front page in MongoDB: one document. */
@ApplicationScoped
class CurationRepository implements IndexedCollection, ChangeSource {

    private static final String FRONT = "front";
    private static final String LEAD = "lead";
    private static final String PINS = "pins";

    @Inject
    private MongoStore store;

    @Inject
    private Changes changes;

    @Override
    public String collectionName() {
        return "curation";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(ChangeStamp.index());
    }

    FrontPageChoice find() {
        Document document = curation().find(eq("_id", FRONT)).limit(1).first();
        if (document == null) {
            return FrontPageChoice.NONE;
        }
        String lead = document.getString(LEAD);
        return new FrontPageChoice(
                lead == null ? null : new ArticleId(lead),
                document.getList(PINS, String.class).stream()
                        .map(ArticleId::new)
                        .toList(),
                document.get(ChangeStamp.VERSION, Number.class).longValue());
    }

    /** Takes the place of the choice of that version; not if there is another. */
    boolean replace(long version, @Nullable ArticleId lead, List<ArticleId> pins) {
        @Nullable String leading = lead == null ? null : lead.value();
        List<String> pinned = pins.stream().map(ArticleId::value).toList();
        boolean replaced = version == 0 ? insert(leading, pinned) : update(version, leading, pinned);
        if (replaced) {
            changes.announce();
        }
        return replaced;
    }

    private boolean insert(@Nullable String lead, List<String> pins) {
        try {
            curation()
                    .insertOne(ChangeStamp.on(new Document("_id", FRONT)
                            .append(LEAD, lead)
                            .append(PINS, pins)
                            .append(ChangeStamp.VERSION, 1L)));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    private boolean update(long version, @Nullable String lead, List<String> pins) {
        return curation()
                        .updateOne(
                                and(eq("_id", FRONT), eq(ChangeStamp.VERSION, version)),
                                combine(set(LEAD, lead), set(PINS, pins), ChangeStamp.update()))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public Change.Kind kind() {
        return Change.Kind.FRONT_PAGE;
    }

    @Override
    public List<Change> changedSince(Instant time, @Nullable String afterId, int limit) {
        return curation()
                .find(ChangeStamp.since(time, afterId))
                .sort(ChangeStamp.ORDER)
                .limit(limit)
                .map(document -> Change.frontPage(
                        document.getString("_id"),
                        document.get(ChangeStamp.VERSION, Number.class).longValue(),
                        document.getDate(ChangeStamp.CHANGED_AT).toInstant()))
                .into(new ArrayList<>());
    }

    private MongoCollection<Document> curation() {
        return store.collection(collectionName());
    }
}
