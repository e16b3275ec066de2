package org.ardina.embedded;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bson.Document;

/** A process that writes until it is killed, and prints the identifier of each article that was acknowledged. */
public final class WritingChild {

    private static final int THREADS = 3;

    private WritingChild() {}

    /**
     * Writes from several threads.
     *
     * @param arguments the directory, and the name of the round, which makes identifiers unique
     */
    public static void main(String[] arguments) {
        RunningMongo mongo = new RunningMongo(Path.of(arguments[0]));
        MongoCollection<Document> articles = mongo.collection("articles");
        createIndexes(articles);
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = arguments[1] + "-" + thread + "-";
            new Thread(() -> write(articles, prefix)).start();
        }
    }

    static void createIndexes(MongoCollection<Document> articles) {
        articles.createIndex(Indexes.ascending("slugs"), new IndexOptions().unique(true));
        articles.createIndex(Indexes.compoundIndex(Indexes.ascending("state"), Indexes.descending("version")));
    }

    private static void write(MongoCollection<Document> articles, String prefix) {
        Random random = new Random(prefix.hashCode());
        for (int i = 0; true; i++) {
            String identifier = prefix + i;
            articles.insertOne(new Document("_id", identifier)
                    .append("slugs", List.of(identifier, "old-" + identifier))
                    .append("state", "DRAFT")
                    .append("version", 1)
                    .append("body", "x".repeat(random.nextInt(4000))));
            acknowledge(identifier, 1);
            String earlier = prefix + random.nextInt(i + 1);
            Document updated = articles.findOneAndUpdate(
                    Filters.and(Filters.eq("slugs", earlier), Filters.lt("version", 9)),
                    Updates.combine(
                            Updates.set("state", "APPROVED"),
                            Updates.inc("version", 1),
                            Updates.push("slugs", earlier + "-" + i)));
            if (updated != null) {
                acknowledge(earlier, updated.getInteger("version") + 1);
            }
        }
    }

    private static void acknowledge(String identifier, int version) {
        // One call, so that lines of several threads do not mix.
        System.out.print(identifier + " " + version + "\n");
        System.out.flush();
    }
}
