package org.ardina.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The command {@code aggregate}, whose leading {@code $match}, {@code $sort}, {@code $skip} and {@code $limit} are run
 * as a query, so that indexes serve them.
 */
final class AggregateCommand {

    private static final List<Document> COUNT =
            List.of(new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1))));

    private final DurableDatabase database;
    private final DatabaseResolver databases;
    private final Oplog oplog;

    AggregateCommand(DurableDatabase database, DatabaseResolver databases, Oplog oplog) {
        this.database = database;
        this.databases = databases;
        this.oplog = oplog;
    }

    static boolean writes(Document command) {
        return command.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    Document run(Document command) {
        String name = String.valueOf(command.get("aggregate"));
        LeadingStages leading = new LeadingStages(Aggregation.parse(command.get("pipeline")));
        MongoCollection<?> collection = database.resolveCollection(name, false);
        List<Document> results = collection == null ? List.of() : results(collection, leading);
        Document cursor = new Document("id", 0L)
                .append("ns", database.getDatabaseName() + "." + name)
                .append("firstBatch", results);
        Document response = new Document("cursor", cursor);
        Utils.markOkay(response);
        return response;
    }

    private List<Document> results(MongoCollection<?> collection, LeadingStages leading) {
        if (leading.orderBy().isEmpty() && leading.rest().equals(COUNT)) {
            int count = collection.count(leading.query(), leading.skip(), leading.limit());
            return count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
        }
        Aggregation aggregation = Aggregation.fromPipeline(leading.rest(), databases, database, collection, oplog);
        aggregation.validate(new Document("cursor", new Document()));
        Document selector = new Document("$query", leading.query()).append("$orderby", leading.orderBy());
        Iterable<Document> documents =
                collection.handleQuery(new QueryParameters(selector, leading.skip(), leading.limit()));
        return aggregation.runStages(StreamSupport.stream(documents.spliterator(), false));
    }
}
