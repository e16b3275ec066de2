package org.ardina.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The e-mail addresses of accounts, which are parts of their documents. */
@ApplicationScoped
class EmailRepository implements IndexedCollection {

    static final String EMAIL = "email";
    static final String KEY = "emailKey";
    static final String VERIFIED = "emailVerified";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "accounts";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(
                Indexes.ascending(KEY), new IndexOptions().unique(true).sparse(true)));
    }

    /**
     * Somebody who can be written to.
     *
     * @param verified whether they have shown that the mailbox is theirs
     */
    record Owner(String account, String username, EmailAddress email, boolean verified) {}

    Optional<Owner> find(String account) {
        return ObjectId.isValid(account) ? first(byId(account)) : Optional.empty();
    }

    Optional<Owner> find(EmailAddress email) {
        return first(eq(KEY, email.key()));
    }

    /** Notes that the mailbox is the account's, unless it has another address by now. */
    boolean verify(String account, EmailAddress email) {
        return accounts().updateOne(and(byId(account), eq(KEY, email.key())), set(VERIFIED, true)).getMatchedCount() == 1;
    }

    /**
     * Gives the account another, verified address.
     *
     * @return false if it no longer has the old one, or the new one belongs to somebody else
     */
    boolean change(String account, @Nullable EmailAddress old, EmailAddress email) {
        try {
            return accounts()
                            .updateOne(
                                    and(byId(account), eq(KEY, old == null ? null : old.key())),
                                    combine(set(EMAIL, email.value()), set(KEY, email.key()), set(VERIFIED, true)))
                            .getMatchedCount()
                    == 1;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private Optional<Owner> first(Bson filter) {
        return Optional.ofNullable(accounts().find(filter).limit(1).first())
                .filter(document -> document.getString(EMAIL) != null)
                .map(document -> new Owner(
                        document.getObjectId("_id").toHexString(),
                        document.getString("username"),
                        new EmailAddress(document.getString(EMAIL)),
                        document.getBoolean(VERIFIED, false)));
    }

    private static Bson byId(String account) {
        return eq("_id", new ObjectId(account));
    }

    private MongoCollection<Document> accounts() {
        return store.collection(collectionName());
    }
}
