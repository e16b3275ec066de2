package org.ardina.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Accounts in MongoDB. */
@ApplicationScoped
class AccountRepository implements IndexedCollection {

    private static final String ID = "_id";
    private static final String USERNAME = "username";
    private static final String SKELETON = "skeleton";
    private static final String DISPLAY_NAME = "displayName";
    private static final String EMAIL = "email";
    private static final String EMAIL_KEY = "emailKey";
    private static final String VERIFIED_EMAIL_KEY = "verifiedEmailKey";
    private static final String ROLE = "role";
    private static final String STATUS = "status";
    private static final String STATUS_REASON = "statusReason";
    private static final String EPOCH = "epoch";
    private static final String PASSWORD_HASH = "passwordHash";
    private static final String LANGUAGE = "language";
    private static final String CREATED_AT = "createdAt";
    private static final String ERASE_AT = "eraseAt";
    private static final String WRITER_REQUEST = "writerRequest";
    private static final String WRITER_REQUEST_STATE = "writerRequest.state";

    /** Of an account of another site with which its owner logs in: written by {@link IdentityRepository}. */
    static final String IDENTITY = "identity";

    static final String IDENTITY_KEY = "identityKey";

    /** Of the accounts that gave an address which none has verified so many are looked at. */
    private static final int MOST_OF_ADDRESS = 100;

    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "accounts";
    }

    @Override
    public List<IndexModel> indexes() {
        IndexOptions uniqueWherePresent = new IndexOptions().unique(true).sparse(true);
        return List.of(
                new IndexModel(Indexes.ascending(USERNAME), new IndexOptions().unique(true)),
                new IndexModel(Indexes.ascending(SKELETON), uniqueWherePresent),
                new IndexModel(Indexes.ascending(VERIFIED_EMAIL_KEY), uniqueWherePresent),
                new IndexModel(Indexes.ascending(EMAIL_KEY, USERNAME)),
                new IndexModel(Indexes.ascending(ROLE, USERNAME)),
                new IndexModel(Indexes.ascending(WRITER_REQUEST_STATE, USERNAME)),
                new IndexModel(Indexes.ascending(ERASE_AT)));
    }

    /**
     * An account with what leaves this package only in parts.
     *
     * @param epoch grows when all its sessions are to end
     * @param passwordHash absent where there is no password to log in with
     * @param language of letters to its owner, a BCP 47 tag; empty where it is not known
     * @param identity the account of another site with which its owner logs in
     */
    record Stored(
            Profile profile,
            long epoch,
            @Nullable String passwordHash,
            String language,
            @Nullable LinkedIdentity identity) {

        Account account() {
            return profile.account();
        }

        Status status() {
            return profile.status();
        }
    }

    long count(String role) {
        return accounts().countDocuments(eq(ROLE, role));
    }

    /** Counts by the ids, which begin with the time at which they were made. */
    long countCreated(Instant from, Instant before) {
        return accounts().countDocuments(and(gte(ID, smallestId(from)), lt(ID, smallestId(before))));
    }

    private static ObjectId smallestId(Instant time) {
        return new ObjectId("%08x0000000000000000".formatted(time.getEpochSecond()));
    }

    long countWriterRequests(WriterRequest.State state) {
        return accounts().countDocuments(eq(WRITER_REQUEST_STATE, state.name()));
    }

    Optional<Stored> findByUsername(String username) {
        return first(eq(USERNAME, username));
    }

    Optional<Stored> find(String id) {
        return ObjectId.isValid(id) ? first(eq(ID, new ObjectId(id))) : Optional.empty();
    }

    /** Adds the account; nothing if its name, or one that looks like it, is taken. */
    Optional<Stored> insert(
            Username username,
            String displayName,
            @Nullable EmailAddress email,
            String role,
            String passwordHash,
            String language) {
        return insert(document(username, displayName, email, role, language).append(PASSWORD_HASH, passwordHash));
    }

    /** Adds the account of somebody who logs in with an account of another site; nothing as above, or if that is linked. */
    Optional<Stored> insert(
            Username username,
            String displayName,
            @Nullable EmailAddress email,
            boolean emailVerified,
            Document identity,
            String identityKey,
            String language) {
        Document account = document(username, displayName, email, Role.READER, language)
                .append(IDENTITY, identity)
                .append(IDENTITY_KEY, identityKey);
        if (email != null && emailVerified) {
            account.append(VERIFIED_EMAIL_KEY, email.key());
        }
        return insert(account);
    }

    private static Document document(
            Username username, String displayName, @Nullable EmailAddress email, String role, String language) {
        Document account = new Document(ID, new ObjectId())
                .append(USERNAME, username.value())
                .append(SKELETON, username.skeleton())
                .append(DISPLAY_NAME, displayName)
                .append(ROLE, role)
                .append(STATUS, Status.ACTIVE.name())
                .append(EPOCH, 0L)
                .append(LANGUAGE, language)
                .append(CREATED_AT, Date.from(Instant.now()));
        return email == null ? account : account.append(EMAIL, email.value()).append(EMAIL_KEY, email.key());
    }

    private Optional<Stored> insert(Document account) {
        try {
            accounts().insertOne(account);
            return Optional.of(read(account));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Accounts in the order of their names. */
    List<Stored> list(AccountQuery query, @Nullable String after, int limit) {
        List<Bson> conditions = new ArrayList<>();
        String text = query.text();
        if (text != null && text.indexOf('@') > 0) {
            conditions.add(eq(EMAIL_KEY, EmailAddress.key(text)));
        } else if (text != null) {
            String start = Username.normalised(text);
            conditions.add(gte(USERNAME, start));
            conditions.add(lt(USERNAME, start + '\uffff'));
        }
        if (query.role() != null) {
            conditions.add(eq(ROLE, query.role()));
        }
        if (query.writerRequest() != null) {
            conditions.add(eq(WRITER_REQUEST_STATE, query.writerRequest().name()));
        }
        if (after != null) {
            conditions.add(gt(USERNAME, after));
        }
        return accounts()
                .find(conditions.isEmpty() ? new Document() : and(conditions))
                .sort(Indexes.ascending(USERNAME))
                .limit(limit)
                .map(AccountRepository::read)
                .into(new ArrayList<>());
    }

    Optional<Stored> rename(String id, String displayName) {
        return update(active(id), Updates.set(DISPLAY_NAME, displayName));
    }

    /** Replaces a password and ends all sessions, unless the password was changed meanwhile. */
    Optional<Stored> changePassword(String id, @Nullable String before, String passwordHash) {
        return update(
                and(eq(ID, new ObjectId(id)), eq(PASSWORD_HASH, before)),
                Updates.set(PASSWORD_HASH, passwordHash),
                Updates.inc(EPOCH, 1L));
    }

    /** Replaces the hash of a password that stays the same. */
    void rehash(String id, String before, String passwordHash) {
        update(and(eq(ID, new ObjectId(id)), eq(PASSWORD_HASH, before)), Updates.set(PASSWORD_HASH, passwordHash));
    }

    /** Gives another role and ends all sessions; nothing if somebody else changed the role meanwhile. */
    Optional<Stored> changeRole(String id, String before, String role) {
        return update(and(eq(ID, new ObjectId(id)), eq(ROLE, before)), Updates.set(ROLE, role), Updates.inc(EPOCH, 1L));
    }

    /** Suspends and ends all sessions. */
    Optional<Stored> suspend(String id, String reason) {
        return update(
                and(eq(ID, new ObjectId(id)), in(STATUS, null, Status.ACTIVE.name(), Status.LEAVING.name())),
                Updates.set(STATUS, Status.SUSPENDED.name()),
                Updates.set(STATUS_REASON, reason),
                Updates.inc(EPOCH, 1L));
    }

    /** Lets the account be used again. */
    Optional<Stored> reactivate(String id) {
        return update(
                and(eq(ID, new ObjectId(id)), in(STATUS, Status.SUSPENDED.name(), Status.LEAVING.name())),
                Updates.set(STATUS, Status.ACTIVE.name()),
                Updates.unset(STATUS_REASON),
                Updates.unset(ERASE_AT));
    }

    /** Ends all sessions; what is personal is erased then. */
    Optional<Stored> leave(String id, Instant eraseAt) {
        return update(
                active(id),
                Updates.set(STATUS, Status.LEAVING.name()),
                Updates.set(ERASE_AT, Date.from(eraseAt)),
                Updates.inc(EPOCH, 1L));
    }

    /** Those that were left so long ago that they are to be erased. */
    List<Stored> toErase(Instant now, int limit) {
        return accounts()
                .find(and(lt(ERASE_AT, Date.from(now)), eq(STATUS, Status.LEAVING.name())))
                .limit(limit)
                .map(AccountRepository::read)
                .into(new ArrayList<>());
    }

    /** Erases what is personal, unless its owner came back. The name stays, so that nobody else takes it. */
    Optional<Stored> erase(String id) {
        return update(
                and(eq(ID, new ObjectId(id)), eq(STATUS, Status.LEAVING.name())),
                Updates.set(STATUS, Status.ERASED.name()),
                Updates.set(DISPLAY_NAME, ""),
                Updates.set(ROLE, Role.READER),
                Updates.unset(EMAIL),
                Updates.unset(EMAIL_KEY),
                Updates.unset(VERIFIED_EMAIL_KEY),
                Updates.unset(PASSWORD_HASH),
                Updates.unset(IDENTITY),
                Updates.unset(IDENTITY_KEY),
                Updates.unset(WRITER_REQUEST),
                Updates.unset(ERASE_AT));
    }

    /** Whether there is an account with this name, or with one that looks like it. */
    boolean isTaken(Username username) {
        return first(eq(USERNAME, username.value())).isPresent()
                || first(eq(SKELETON, username.skeleton())).isPresent();
    }

    /** Notes a wish to write, unless one is pending or the account writes already. */
    Optional<Stored> requestWriting(String id, String motivation, Instant now) {
        return update(
                and(active(id), eq(ROLE, Role.READER), ne(WRITER_REQUEST_STATE, WriterRequest.State.PENDING.name())),
                Updates.set(
                        WRITER_REQUEST,
                        new Document("motivation", motivation)
                                .append("state", WriterRequest.State.PENDING.name())
                                .append("requestedAt", Date.from(now))));
    }

    /** Decides about a wish that is pending; with a new role all sessions end. */
    Optional<Stored> decideWriting(String id, WriterRequest.State decision, @Nullable String reason, Instant now) {
        List<Bson> updates = new ArrayList<>(List.of(
                Updates.set(WRITER_REQUEST_STATE, decision.name()),
                Updates.set("writerRequest.decidedAt", Date.from(now)),
                Updates.set("writerRequest.reason", reason)));
        if (decision == WriterRequest.State.APPROVED) {
            updates.add(Updates.set(ROLE, Role.WRITER));
            updates.add(Updates.inc(EPOCH, 1L));
        }
        return update(
                and(
                        eq(ID, new ObjectId(id)),
                        eq(ROLE, Role.READER),
                        eq(WRITER_REQUEST_STATE, WriterRequest.State.PENDING.name())),
                updates.toArray(Bson[]::new));
    }

    /** The account whose owner has shown that mail to this address reaches them. */
    Optional<Stored> findByVerifiedEmail(EmailAddress email) {
        return first(eq(VERIFIED_EMAIL_KEY, email.key()));
    }

    /**
     * The account that a letter to this address is about: the one whose owner has shown that the mailbox is theirs, else
     * the newest that gave the address.
     */
    Optional<Stored> findByEmail(EmailAddress email) {
        Optional<Stored> verified = findByVerifiedEmail(email);
        return verified.isPresent()
                ? verified
                : accounts()
                        .find(eq(EMAIL_KEY, email.key()))
                        .limit(MOST_OF_ADDRESS)
                        .map(AccountRepository::read)
                        .into(new ArrayList<>())
                        .stream()
                        .max(Comparator.comparing(stored -> stored.profile().createdAt()));
    }

    /** Notes that mail to the account's address reaches its owner; nothing if it has another address, or the address another account. */
    Optional<Stored> confirmEmail(String id, EmailAddress email) {
        return verify(and(eq(ID, new ObjectId(id)), eq(EMAIL_KEY, email.key())), email);
    }

    /** Sets the address and that its mail reaches the owner; nothing if it is another account's. */
    Optional<Stored> verifyEmail(String id, EmailAddress email) {
        return verify(eq(ID, new ObjectId(id)), email);
    }

    private Optional<Stored> verify(Bson condition, EmailAddress email) {
        try {
            return update(
                    condition,
                    Updates.set(EMAIL, email.value()),
                    Updates.set(EMAIL_KEY, email.key()),
                    Updates.set(VERIFIED_EMAIL_KEY, email.key()));
        } catch (MongoCommandException refused) {
            if (ErrorCategory.fromErrorCode(refused.getErrorCode()) == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Bson active(String id) {
        return and(eq(ID, new ObjectId(id)), in(STATUS, null, Status.ACTIVE.name()));
    }

    private Optional<Stored> first(Bson condition) {
        return Optional.ofNullable(accounts().find(condition).limit(1).first()).map(AccountRepository::read);
    }

    private Optional<Stored> update(Bson condition, Bson... updates) {
        return Optional.ofNullable(
                        accounts().findOneAndUpdate(condition, Updates.combine(Arrays.asList(updates)), CHANGED))
                .map(AccountRepository::read);
    }

    static Stored read(Document document) {
        Account account = new Account(
                document.getObjectId(ID).toHexString(),
                document.getString(USERNAME),
                document.getString(DISPLAY_NAME),
                document.getString(ROLE));
        return new Stored(
                new Profile(
                        account,
                        document.getString(EMAIL),
                        document.containsKey(VERIFIED_EMAIL_KEY),
                        Status.valueOf(document.get(STATUS, Status.ACTIVE.name())),
                        document.getString(STATUS_REASON),
                        writerRequest(document.get(WRITER_REQUEST, Document.class)),
                        document.getDate(CREATED_AT).toInstant(),
                        instant(document.getDate(ERASE_AT))),
                document.get(EPOCH, 0L),
                document.getString(PASSWORD_HASH),
                document.get(LANGUAGE, ""),
                IdentityRepository.read(document.get(IDENTITY, Document.class)));
    }

    private static @Nullable WriterRequest writerRequest(@Nullable Document request) {
        return request == null
                ? null
                : new WriterRequest(
                        request.getString("motivation"),
                        WriterRequest.State.valueOf(request.getString("state")),
                        request.getDate("requestedAt").toInstant(),
                        instant(request.getDate("decidedAt")),
                        request.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private MongoCollection<Document> accounts() {
        return store.collection(collectionName());
    }
}
