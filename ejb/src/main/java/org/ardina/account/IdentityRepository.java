package org.ardina.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.ardina.openid.ProvidedIdentity;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of another site belong to which of ours. An identity is part of its account's document, and its key is
 * unique there: so it belongs to one account at most, and to none that was erased.
 */
@ApplicationScoped
class IdentityRepository implements IndexedCollection {

    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    @Inject
    private MongoStore store;

    @Inject
    private AccountRepository accounts;

    @Override
    public String collectionName() {
        return accounts.collectionName();
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(
                Indexes.ascending(AccountRepository.IDENTITY_KEY),
                new IndexOptions().unique(true).sparse(true)));
    }

    Optional<AccountRepository.Stored> find(ProvidedIdentity identity) {
        return Optional.ofNullable(documents()
                        .find(eq(AccountRepository.IDENTITY_KEY, identity.key()))
                        .limit(1)
                        .first())
                .map(AccountRepository::read);
    }

    /** Makes an account for an identity; nothing if the name is taken, or the identity has an account. */
    Optional<AccountRepository.Stored> insert(
            Username username,
            String displayName,
            @Nullable EmailAddress email,
            boolean emailVerified,
            ProvidedIdentity identity,
            String language,
            Instant now) {
        return accounts.insert(
                username, displayName, email, emailVerified, document(identity, now), identity.key(), language);
    }

    /** Gives an account an identity in the place of another; nothing if that was changed, or the identity is another's. */
    Optional<AccountRepository.Stored> link(
            String account, @Nullable LinkedIdentity before, ProvidedIdentity identity, Instant now) {
        try {
            return Optional.ofNullable(documents()
                            .findOneAndUpdate(
                                    and(
                                            eq("_id", new ObjectId(account)),
                                            in("status", null, Status.ACTIVE.name()),
                                            eq("identity.subject", before == null ? null : before.subject())),
                                    Updates.combine(
                                            Updates.set(AccountRepository.IDENTITY, document(identity, now)),
                                            Updates.set(AccountRepository.IDENTITY_KEY, identity.key())),
                                    CHANGED))
                    .map(AccountRepository::read);
        } catch (MongoCommandException refused) {
            if (ErrorCategory.fromErrorCode(refused.getErrorCode()) == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Takes an account's identity away, unless nothing else would be left to log in with. */
    Optional<AccountRepository.Stored> unlink(String account) {
        return Optional.ofNullable(documents()
                        .findOneAndUpdate(
                                and(
                                        eq("_id", new ObjectId(account)),
                                        ne("passwordHash", null),
                                        ne(AccountRepository.IDENTITY, null)),
                                Updates.combine(
                                        Updates.unset(AccountRepository.IDENTITY),
                                        Updates.unset(AccountRepository.IDENTITY_KEY)),
                                CHANGED))
                .map(AccountRepository::read);
    }

    static @Nullable LinkedIdentity read(@Nullable Document identity) {
        return identity == null
                ? null
                : new LinkedIdentity(
                        identity.getString("issuer"),
                        identity.getString("subject"),
                        identity.getDate("linkedAt").toInstant());
    }

    private static Document document(ProvidedIdentity identity, Instant now) {
        return new Document("issuer", identity.issuer())
                .append("subject", identity.subject())
                .append("linkedAt", Date.from(now));
    }

    private MongoCollection<Document> documents() {
        return store.collection(collectionName());
    }
}
