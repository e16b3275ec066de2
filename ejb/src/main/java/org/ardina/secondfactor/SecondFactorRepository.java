package org.ardina.secondfactor;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** Second factors in MongoDB, one document for each account, found by its id alone. */
@ApplicationScoped
class SecondFactorRepository {

    @Inject
    private MongoStore store;

    /**
     * The second factor of an account.
     *
     * @param confirmed whether a code has shown that an app knows the secret
     */
    record Stored(SecretKey secret, boolean confirmed, int recoveryCodes) {}

    Optional<Stored> find(String account) {
        return Optional.ofNullable(factors().find(eq("_id", account)).limit(1).first())
                .map(SecondFactorRepository::read);
    }

    /** The secret that waits to be confirmed: the given one, unless there is one already. */
    Stored begin(String account, SecretKey secret) {
        Document stored = factors()
                .findOneAndUpdate(
                        eq("_id", account),
                        combine(
                                setOnInsert("secret", new Binary(secret.getEncoded())),
                                setOnInsert("confirmed", false),
                                setOnInsert("lastStep", 0L),
                                setOnInsert("attempts", 0),
                                setOnInsert("attemptsEndAt", Date.from(Instant.EPOCH))),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (stored == null) {
            throw new IllegalStateException("An upsert gives what it made");
        }
        return read(stored);
    }

    /** Switches the factor on with the first code, unless it is on. */
    boolean confirm(String account, long step, List<String> recoveryHashes) {
        return factors()
                        .updateOne(
                                and(eq("_id", account), eq("confirmed", false)),
                                combine(
                                        set("confirmed", true),
                                        set("lastStep", step),
                                        set("recoveryCodes", recoveryHashes)))
                        .getMatchedCount()
                == 1;
    }

    /** Counts an attempt, unless there were too many within the time; without a second factor it counts nothing. */
    boolean countAttempt(String account, int most, Duration within, Instant now) {
        Bson ofAccount = eq("_id", account);
        boolean counted = factors()
                        .updateOne(
                                and(ofAccount, gt("attemptsEndAt", Date.from(now)), lt("attempts", most)),
                                inc("attempts", 1))
                        .getMatchedCount()
                == 1;
        return counted
                || factors()
                                .updateOne(
                                        and(ofAccount, lte("attemptsEndAt", Date.from(now))),
                                        combine(set("attemptsEndAt", Date.from(now.plus(within))), set("attempts", 1)))
                                .getMatchedCount()
                        == 1;
    }

    /** Uses up the code of a step, and with it those of steps before: of any number of callers only one succeeds. */
    boolean useStep(String account, long step) {
        return factors()
                        .updateOne(
                                and(eq("_id", account), eq("confirmed", true), lt("lastStep", step)),
                                set("lastStep", step))
                        .getMatchedCount()
                == 1;
    }

    boolean useRecoveryCode(String account, String hash) {
        return factors()
                        .updateOne(
                                and(eq("_id", account), eq("confirmed", true), eq("recoveryCodes", hash)),
                                pull("recoveryCodes", hash))
                        .getMatchedCount()
                == 1;
    }

    boolean replaceRecoveryCodes(String account, List<String> hashes) {
        return factors()
                        .updateOne(and(eq("_id", account), eq("confirmed", true)), set("recoveryCodes", hashes))
                        .getMatchedCount()
                == 1;
    }

    boolean delete(String account) {
        return factors().deleteOne(eq("_id", account)).getDeletedCount() == 1;
    }

    private static Stored read(Document document) {
        return new Stored(
                TimeCodes.secret(document.get("secret", Binary.class).getData()),
                document.getBoolean("confirmed", false),
                document.getList("recoveryCodes", String.class, List.of()).size());
    }

    private MongoCollection<Document> factors() {
        return store.collection("secondFactors");
    }
}
