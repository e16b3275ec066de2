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
import static com.mongodb.client.model.Updates.unset;

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
import org.jspecify.annotations.Nullable;

/**
 * Second factors in MongoDB, one document for each account, found by its id alone. Where there is a key, secrets are
 * encrypted; one that is not, or with a key of before, is when it is next used.
 */
@ApplicationScoped
class SecondFactorRepository {

    private static final String SECRET = "secret";
    private static final String ENCRYPTED_SECRET = "encryptedSecret";

    @Inject
    private MongoStore store;

    @Inject
    private SecretEncryption encryption;

    /**
     * The second factor of an account.
     *
     * @param confirmed whether a code has shown that an app knows the secret
     */
    record Stored(SecretKey secret, boolean confirmed, int recoveryCodes) {}

    Optional<Stored> find(String account) {
        return Optional.ofNullable(factors().find(eq("_id", account)).limit(1).first())
                .map(this::read);
    }

    /** The secret that waits to be confirmed: the given one, unless there is one already. */
    Stored begin(String account, SecretKey secret) {
        Document stored = factors()
                .findOneAndUpdate(
                        eq("_id", account),
                        combine(
                                encryption.isOn()
                                        ? setOnInsert(ENCRYPTED_SECRET, new Binary(encryption.encrypt(account, secret)))
                                        : setOnInsert(SECRET, new Binary(secret.getEncoded())),
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

    private Stored read(Document document) {
        return new Stored(
                secret(document),
                document.getBoolean("confirmed", false),
                document.getList("recoveryCodes", String.class, List.of()).size());
    }

    private SecretKey secret(Document document) {
        String account = document.getString("_id");
        @Nullable Binary encrypted = document.get(ENCRYPTED_SECRET, Binary.class);
        if (encrypted == null) {
            Binary plain = document.get(SECRET, Binary.class);
            SecretKey secret = TimeCodes.secret(plain.getData());
            if (encryption.isOn()) {
                encrypt(account, SECRET, plain, secret);
            }
            return secret;
        }
        SecretEncryption.Decrypted decrypted = encryption.decrypt(account, encrypted.getData());
        if (!decrypted.current()) {
            encrypt(account, ENCRYPTED_SECRET, encrypted, decrypted.secret());
        }
        return decrypted.secret();
    }

    /** Encrypts a secret that is stored otherwise, unless it was changed meanwhile. */
    private void encrypt(String account, String field, Binary stored, SecretKey secret) {
        factors()
                .updateOne(
                        and(eq("_id", account), eq(field, stored)),
                        combine(unset(SECRET), set(ENCRYPTED_SECRET, new Binary(encryption.encrypt(account, secret)))));
    }

    private MongoCollection<Document> factors() {
        return store.collection("secondFactors");
    }
}
