package org.ardina.account;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Accounts in MongoDB. */
@ApplicationScoped
class AccountRepository implements IndexedCollection {

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "accounts";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("username"), new IndexOptions().unique(true)));
    }

    /** An account with the hash of its password, which leaves this package only as the answer to a login. */
    record Stored(Account account, String passwordHash) {}

    Optional<Stored> findByUsername(String username) {
        return Optional.ofNullable(
                        accounts().find(eq("username", username)).limit(1).first())
                .map(AccountRepository::read);
    }

    Optional<Account> find(String id) {
        return Optional.ofNullable(
                        accounts().find(eq("_id", new ObjectId(id))).limit(1).first())
                .map(document -> read(document).account());
    }

    /** Adds the account, unless the name is taken. */
    boolean insert(String username, String displayName, String role, String passwordHash) {
        try {
            accounts()
                    .insertOne(new Document("username", username)
                            .append("displayName", displayName)
                            .append("role", role)
                            .append("passwordHash", passwordHash)
                            .append("createdAt", Date.from(Instant.now())));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private static Stored read(Document document) {
        return new Stored(
                new Account(
                        document.getObjectId("_id").toHexString(),
                        document.getString("username"),
                        document.getString("displayName"),
                        document.getString("role")),
                document.getString("passwordHash"));
    }

    private MongoCollection<Document> accounts() {
        return store.collection(collectionName());
    }
}
