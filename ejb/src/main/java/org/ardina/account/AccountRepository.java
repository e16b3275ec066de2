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

    private static final String USERNAME = "username";
    private static final String DISPLAY_NAME = "displayName";
    private static final String ROLE = "role";
    private static final String STATUS = "status";
    private static final String EPOCH = "epoch";
    private static final String PASSWORD_HASH = "passwordHash";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "accounts";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(USERNAME), new IndexOptions().unique(true)));
    }

    /**
     * An account with what leaves this package only in parts.
     *
     * @param epoch grows when all its sessions are to end
     */
    record Stored(Account account, Status status, long epoch, String passwordHash) {}

    Optional<Stored> findByUsername(String username) {
        return Optional.ofNullable(
                        accounts().find(eq(USERNAME, username)).limit(1).first())
                .map(AccountRepository::read);
    }

    Optional<Stored> find(String id) {
        return ObjectId.isValid(id)
                ? Optional.ofNullable(accounts()
                                .find(eq("_id", new ObjectId(id)))
                                .limit(1)
                                .first())
                        .map(AccountRepository::read)
                : Optional.empty();
    }

    /** Adds the account, unless the name is taken. */
    boolean insert(String username, String displayName, String role, String passwordHash) {
        try {
            accounts()
                    .insertOne(new Document(USERNAME, username)
                            .append(DISPLAY_NAME, displayName)
                            .append(ROLE, role)
                            .append(PASSWORD_HASH, passwordHash)
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
                        document.getString(USERNAME),
                        document.getString(DISPLAY_NAME),
                        document.getString(ROLE)),
                Status.valueOf(document.get(STATUS, Status.ACTIVE.name())),
                document.get(EPOCH, 0L),
                document.getString(PASSWORD_HASH));
    }

    private MongoCollection<Document> accounts() {
        return store.collection(collectionName());
    }
}
