package org.ardina.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** Jobs in MongoDB. A job is open until it is done; whoever pushes its due time ahead holds it until then. */
@ApplicationScoped
class JobRepository implements IndexedCollection {

    static final Duration LEASE = Duration.ofSeconds(15);

    private static final String OPEN = "OPEN";
    private static final String ABANDONED = "ABANDONED";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "jobs";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("kind", "state", "dueAt")));
    }

    void add(String kind, String subject, Map<String, String> details, Duration delay) {
        jobs().insertOne(new Document("kind", kind)
                .append("subject", subject)
                .append("details", new Document(details))
                .append("state", OPEN)
                .append("dueAt", Date.from(Instant.now().plus(delay)))
                .append("attempts", 0));
    }

    void addOnce(String kind, String subject, Duration delay) {
        Document waiting = new Document("kind", kind)
                .append("state", OPEN)
                .append("subject", subject)
                .append("attempts", 0);
        jobs().updateOne(
                        waiting,
                        combine(
                                setOnInsert("details", new Document()),
                                setOnInsert("dueAt", Date.from(Instant.now().plus(delay)))),
                        new UpdateOptions().upsert(true));
    }

    void addUnlessOpen(String kind, String subject) {
        Document open = new Document("kind", kind).append("state", OPEN).append("subject", subject);
        jobs().updateOne(
                        open,
                        combine(
                                setOnInsert("attempts", 0),
                                setOnInsert("details", new Document()),
                                setOnInsert("dueAt", Date.from(Instant.now()))),
                        new UpdateOptions().upsert(true));
    }

    /** Takes the job of that kind that has been due for longest. */
    Optional<Lease> claim(String kind) {
        Instant now = Instant.now();
        String owner = UUID.randomUUID().toString();
        Document job = jobs().findOneAndUpdate(
                        and(eq("kind", kind), eq("state", OPEN), lte("dueAt", Date.from(now))),
                        combine(set("owner", owner), set("dueAt", Date.from(now.plus(LEASE))), inc("attempts", 1)),
                        new FindOneAndUpdateOptions()
                                .sort(Indexes.ascending("dueAt"))
                                .returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(job).map(found -> read(found, owner));
    }

    private Lease read(Document job, String owner) {
        Map<String, String> details = new HashMap<>();
        job.get("details", new Document()).forEach((name, value) -> details.put(name, String.valueOf(value)));
        return new Lease(
                this,
                job.getObjectId("_id").toHexString(),
                job.getString("kind"),
                job.getString("subject"),
                details,
                job.getInteger("attempts"),
                job.getObjectId("_id").getDate().toInstant(),
                owner);
    }

    boolean renew(Lease lease, Duration time) {
        return jobs().updateOne(
                                held(lease),
                                set("dueAt", Date.from(Instant.now().plus(time))))
                        .getMatchedCount()
                == 1;
    }

    /** Gives the job back, to be taken by whichever worker comes first after that time. */
    void postpone(Lease lease, Duration pause) {
        jobs().updateOne(held(lease), set("dueAt", Date.from(Instant.now().plus(pause))));
    }

    void finish(Lease lease) {
        jobs().deleteOne(held(lease));
    }

    /** Leaves a job that always fails for a person to look at. */
    void abandon(Lease lease) {
        jobs().updateOne(held(lease), set("state", ABANDONED));
    }

    private static Bson held(Lease lease) {
        return and(eq("_id", new ObjectId(lease.job())), eq("owner", lease.owner()));
    }

    private MongoCollection<Document> jobs() {
        return store.collection(collectionName());
    }
}
