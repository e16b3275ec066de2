package org.ardina.importing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.ardina.store.Page;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Imports in MongoDB: their state, their files until they are done, and what there was to say of their items. */
@ApplicationScoped
class ImportRepository implements IndexedCollection {

    private static final String IMPORTS = "imports";
    private static final String PROBLEMS = "importProblems";

    @Inject
    private MongoStore store;

    /** What there was to say of items; imports themselves are found by their id alone. */
    @Override
    public String collectionName() {
        return PROBLEMS;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(ascending("import", "noted", "number"), new IndexOptions().unique(true)));
    }

    /** Keeps the file where every replica can read it. */
    String storeFile(String fileName, InputStream content) {
        return files().uploadFromStream(fileName, content).toHexString();
    }

    void copyFile(String file, Path target) throws IOException {
        try (OutputStream output = Files.newOutputStream(target)) {
            files().downloadToStream(new ObjectId(file), output);
        }
    }

    void deleteFile(String file) {
        files().delete(new ObjectId(file));
    }

    String insert(String fileName, @Nullable String format, boolean dryRun, String file) {
        ObjectId id = new ObjectId();
        imports()
                .insertOne(new Document("_id", id)
                        .append("fileName", fileName)
                        .append("format", format)
                        .append("dryRun", dryRun)
                        .append("file", file)
                        .append("state", ImportState.QUEUED.name())
                        .append("read", 0L)
                        .append("imported", 0L)
                        .append("skipped", 0L)
                        .append("failed", 0L)
                        .append("fraction", 0.0)
                        .append("createdAt", Date.from(Instant.now())));
        return id.toHexString();
    }

    Optional<ImportStatus> find(String id) {
        return findDocument(id).map(ImportRepository::read);
    }

    List<ImportStatus> findRecent(int limit) {
        return imports()
                .find()
                .sort(descending("_id"))
                .limit(limit)
                .map(ImportRepository::read)
                .into(new ArrayList<>());
    }

    /** The id of the file, while the import is not done. */
    Optional<String> findFile(String id) {
        return findDocument(id).map(document -> document.getString("file"));
    }

    void saveProgress(String id, ImportCounts counts, double fraction) {
        imports()
                .updateOne(
                        byId(id),
                        combine(
                                set("state", ImportState.RUNNING.name()),
                                set("read", counts.read()),
                                set("imported", counts.imported()),
                                set("skipped", counts.skipped()),
                                set("failed", counts.failed()),
                                set("fraction", fraction)));
    }

    void finish(String id, ImportState state, @Nullable String error) {
        imports()
                .updateOne(
                        byId(id),
                        combine(
                                set("state", state.name()),
                                set("fraction", 1.0),
                                set("error", error),
                                set("finishedAt", Date.from(Instant.now())),
                                unset("file")));
    }

    /** Stores what there is to say of the items; saying the same again changes nothing. */
    void saveProblems(String id, List<ImportProblem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        problems()
                .bulkWrite(
                        problems.stream()
                                .map(problem -> {
                                    boolean noted = problem.outcome() == ImportProblem.Outcome.NOTED;
                                    String key = id + ":" + noted + ":" + problem.number();
                                    return new ReplaceOneModel<>(
                                            eq("_id", key),
                                            new Document("_id", key)
                                                    .append("import", id)
                                                    .append("noted", noted)
                                                    .append("number", problem.number())
                                                    .append("item", problem.item())
                                                    .append(
                                                            "outcome",
                                                            problem.outcome().name())
                                                    .append("reason", problem.reason()),
                                            new ReplaceOptions().upsert(true));
                                })
                                .toList(),
                        new BulkWriteOptions().ordered(false));
    }

    /** What was not taken, or (noted) what there is to know of what was, in the order of the file. */
    Page<ImportProblem> findProblems(String id, boolean noted, long afterNumber, int limit) {
        List<ImportProblem> found = problems()
                .find(and(eq("import", id), eq("noted", noted), gt("number", afterNumber)))
                .sort(ascending("number"))
                .limit(limit + 1)
                .map(document -> new ImportProblem(
                        document.get("number", Number.class).longValue(),
                        document.getString("item"),
                        ImportProblem.Outcome.valueOf(document.getString("outcome")),
                        document.getString("reason")))
                .into(new ArrayList<>());
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        return new Page<>(
                found.subList(0, limit), Long.toString(found.get(limit - 1).number()));
    }

    private Optional<Document> findDocument(String id) {
        return ObjectId.isValid(id)
                ? Optional.ofNullable(imports().find(byId(id)).limit(1).first())
                : Optional.empty();
    }

    private static ImportStatus read(Document document) {
        Date finishedAt = document.getDate("finishedAt");
        return new ImportStatus(
                document.getObjectId("_id").toHexString(),
                document.getString("fileName"),
                document.getString("format"),
                document.getBoolean("dryRun", false),
                ImportState.valueOf(document.getString("state")),
                new ImportCounts(
                        number(document, "read"),
                        number(document, "imported"),
                        number(document, "skipped"),
                        number(document, "failed")),
                document.getDouble("fraction"),
                document.getDate("createdAt").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                document.getString("error"));
    }

    private static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }

    private static Bson byId(String id) {
        return eq("_id", new ObjectId(id));
    }

    private MongoCollection<Document> imports() {
        return store.collection(IMPORTS);
    }

    private MongoCollection<Document> problems() {
        return store.collection(PROBLEMS);
    }

    private GridFSBucket files() {
        return store.files("importFiles");
    }
}
