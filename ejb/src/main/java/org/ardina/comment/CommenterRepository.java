package org.ardina.comment;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

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
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The standing of commenters in MongoDB, by account. Of those that are missing there is nothing particular. */
@ApplicationScoped
class CommenterRepository implements IndexedCollection {

    private static final String ID = "_id";
    private static final String MUTED_UNTIL = "mutedUntil";
    private static final String SHADOWED = "shadowed";
    private static final String REVIEWED_FIRST = "reviewedFirst";
    private static final String LETTERS = "letters";
    private static final String OPT_OUT = "optOut";
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final FindOneAndUpdateOptions KEPT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "commenters";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(
                Indexes.ascending(OPT_OUT), new IndexOptions().unique(true).sparse(true)));
    }

    CommenterStanding find(String account) {
        @Nullable Document document = commenters().find(eq(ID, account)).limit(1).first();
        return document == null ? CommenterStanding.ordinary(account) : read(document);
    }

    /** The standing of each of these. */
    Map<String, CommenterStanding> find(Collection<String> accounts) {
        Map<String, CommenterStanding> found = new HashMap<>();
        accounts.forEach(account -> found.put(account, CommenterStanding.ordinary(account)));
        commenters()
                .find(in(ID, accounts))
                .map(CommenterRepository::read)
                .forEach(standing -> found.put(standing.account(), standing));
        return found;
    }

    /** Keeps somebody from commenting until then; lets them comment without a time. */
    CommenterStanding mute(String account, @Nullable Instant until) {
        return change(account, until == null ? Updates.unset(MUTED_UNTIL) : Updates.set(MUTED_UNTIL, Date.from(until)));
    }

    CommenterStanding shadow(String account, boolean shadowed) {
        return change(account, Updates.set(SHADOWED, shadowed));
    }

    CommenterStanding reviewFirst(String account, boolean reviewedFirst) {
        return change(account, Updates.set(REVIEWED_FIRST, reviewedFirst));
    }

    CommenterStanding wantLetters(String account, boolean letters) {
        return change(account, Updates.set(LETTERS, letters));
    }

    /** The token by which whoever has a letter says that they want no more. It opens nothing else, and stays. */
    String optOutToken(String account) {
        Document document = commenters().find(eq(ID, account)).limit(1).first();
        String known = document == null ? null : document.getString(OPT_OUT);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        write(account, Updates.set(OPT_OUT, token));
        return token;
    }

    /** The account with this token. */
    Optional<String> findByOptOut(String token) {
        return Optional.ofNullable(
                        commenters().find(eq(OPT_OUT, token)).limit(1).first())
                .map(document -> document.getString(ID));
    }

    void forget(String account) {
        commenters().deleteOne(eq(ID, account));
    }

    private CommenterStanding change(String account, Bson update) {
        return read(write(account, update));
    }

    private Document write(String account, Bson update) {
        try {
            return Objects.requireNonNull(commenters().findOneAndUpdate(eq(ID, account), update, KEPT));
        } catch (MongoCommandException refused) {
            if (ErrorCategory.fromErrorCode(refused.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            // Somebody else made the document at the same moment.
            return Objects.requireNonNull(commenters().findOneAndUpdate(eq(ID, account), update, KEPT));
        }
    }

    private static CommenterStanding read(Document document) {
        Date mutedUntil = document.getDate(MUTED_UNTIL);
        return new CommenterStanding(
                document.getString(ID),
                mutedUntil == null ? null : mutedUntil.toInstant(),
                document.getBoolean(SHADOWED, false),
                document.getBoolean(REVIEWED_FIRST, false),
                document.getBoolean(LETTERS, true));
    }

    private MongoCollection<Document> commenters() {
        return store.collection(collectionName());
    }
}
