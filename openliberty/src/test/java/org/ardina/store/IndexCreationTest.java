package org.ardina.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoServerException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCreationTest {

    private static final IndexModel BY_TITLE = new IndexModel(Indexes.ascending("title"));
    private static final IndexModel BY_AGE = new IndexModel(Indexes.descending("age"));
    private static final IndexModel BY_SPARSE_AGE =
            new IndexModel(Indexes.descending("age"), new IndexOptions().sparse(true));

    @TempDir
    Path directory;

    private EmbeddedStore mongo;
    private MongoClient client;
    private MongoCollection<Document> books;

    @BeforeEach
    void start() {
        mongo = ServiceLoader.load(EmbeddedStore.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(store -> store.kind() == EmbeddedStore.Kind.MONGODB)
                .findFirst()
                .orElseThrow();
        client = MongoClients.create(mongo.start(directory));
        books = client.getDatabase("library").getCollection("books");
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void makesIndexesOnce() {
        create(BY_TITLE, BY_AGE);
        create(BY_TITLE, BY_AGE);

        assertThat(indexes()).containsExactlyInAnyOrder("_id_", "title_1", "age_-1");
    }

    @Test
    void makesAnewWhatHasOtherOptionsAndKeepsTheRest() {
        create(BY_TITLE, BY_AGE);

        create(BY_SPARSE_AGE);

        assertThat(indexes()).containsExactlyInAnyOrder("_id_", "title_1", "age_-1 sparse");
    }

    @Test
    void tellsThatThereIsSomethingTwice() {
        books.insertMany(List.of(new Document("title", "Ardina"), new Document("title", "Ardina")));

        assertThatThrownBy(() -> create(new IndexModel(Indexes.ascending("title"), new IndexOptions().unique(true))))
                .isInstanceOf(MongoServerException.class);
    }

    private void create(IndexModel... indexes) {
        new IndexCreation(books).create(List.of(indexes));
    }

    private List<String> indexes() {
        return books.listIndexes()
                .map(index -> index.getString("name") + (index.getBoolean("sparse", false) ? " sparse" : ""))
                .into(new ArrayList<>());
    }
}
