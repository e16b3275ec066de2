package org.ardina.newsletter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.ardina.account.EmailAddress;
import org.ardina.article.Slug;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions in MongoDB, by the address that they go to. Each says until when it was served, so that an edition is
 * sent to those who were served before it was due, by whichever replica comes first, and once.
 */
@ApplicationScoped
class SubscriptionRepository implements IndexedCollection {

    private static final String ID = "_id";
    private static final String KEY = "key";
    private static final String CADENCE = "cadence";
    private static final String SERVED = "servedUntil";
    private static final String REFUSALS = "refusals";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "newsletterSubscriptions";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending(KEY), new IndexOptions().unique(true)),
                new IndexModel(Indexes.ascending(CADENCE, SERVED)),
                new IndexModel(Indexes.ascending(CADENCE, ID)));
    }

    /** Adds a subscription, or gives the one with that address another choice. Its next edition is the one after that time. */
    void put(EmailAddress email, String newKey, Choice choice, Instant now) {
        Bson update = combine(
                set("email", email.value()),
                choice(choice),
                max(SERVED, Date.from(now)),
                set(REFUSALS, 0),
                setOnInsert(KEY, newKey));
        try {
            subscriptions().updateOne(eq(ID, email.key()), update, new UpdateOptions().upsert(true));
        } catch (MongoException failure) {
            if (ErrorCategory.fromErrorCode(failure.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            // Two links of the same reader were followed at the same moment, and the other one was first.
            subscriptions().updateOne(eq(ID, email.key()), update);
        }
    }

    Optional<Subscription> find(String key) {
        return Optional.ofNullable(subscriptions().find(eq(KEY, key)).limit(1).first())
                .map(SubscriptionRepository::read);
    }

    boolean change(String key, Choice choice, Instant now) {
        return subscriptions()
                        .updateOne(eq(KEY, key), combine(choice(choice), max(SERVED, Date.from(now))))
                        .getMatchedCount()
                == 1;
    }

    /** Erases it, address and all. */
    boolean delete(String key) {
        return subscriptions().deleteOne(eq(KEY, key)).getDeletedCount() == 1;
    }

    /** Whether somebody is still to get the edition. */
    boolean isAnyoneWaiting(Edition edition) {
        return subscriptions()
                        .find(and(eq(CADENCE, edition.cadence().name()), lt(SERVED, Date.from(edition.due()))))
                        .limit(1)
                        .first()
                != null;
    }

    /** Those who are still to get the edition, in the order of addresses. */
    List<Waiting> waiting(Edition edition, @Nullable String afterAddress, int limit) {
        Bson filter = and(
                eq(CADENCE, edition.cadence().name()),
                gt(ID, afterAddress == null ? "" : afterAddress),
                lt(SERVED, Date.from(edition.due())));
        return subscriptions().find(filter).sort(Indexes.ascending(ID)).limit(limit).into(new ArrayList<>()).stream()
                .map(document -> new Waiting(document.getString(ID), read(document), servedUntil(document)))
                .toList();
    }

    /**
     * Somebody who is to get an edition.
     *
     * @param address by which they are found
     * @param servedUntil the time up to which they were served before
     */
    record Waiting(String address, Subscription subscription, Instant servedUntil) {}

    /** Marks an edition as sent to somebody, before it is: false if it was marked already, or they want no more. */
    boolean claim(Waiting reader, Edition edition) {
        return subscriptions()
                        .findOneAndUpdate(
                                and(eq(ID, reader.address()), lt(SERVED, Date.from(edition.due()))),
                                set(SERVED, Date.from(edition.due())),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                != null;
    }

    /** Takes the mark back, as the letter was not taken. */
    void release(Waiting reader, Edition edition) {
        subscriptions()
                .updateOne(
                        and(eq(ID, reader.address()), eq(SERVED, Date.from(edition.due()))),
                        set(SERVED, Date.from(reader.servedUntil())));
    }

    /** Forgets the refusals of a mailbox that takes letters. */
    void taken(Waiting reader) {
        subscriptions().updateOne(and(eq(ID, reader.address()), gt(REFUSALS, 0)), set(REFUSALS, 0));
    }

    /** Counts that a mailbox refused a letter, and erases the subscription if it did so that often in a row. */
    void refused(Waiting reader, int most) {
        Document after = subscriptions()
                .findOneAndUpdate(
                        eq(ID, reader.address()),
                        inc(REFUSALS, 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (after != null && after.getInteger(REFUSALS, 0) >= most) {
            subscriptions().deleteOne(eq(ID, reader.address()));
        }
    }

    private static Bson choice(Choice choice) {
        return combine(
                set(CADENCE, choice.cadence().name()),
                set("topics", choice.topics().stream().map(Slug::value).toList()),
                set("language", choice.language()));
    }

    private static Instant servedUntil(Document document) {
        return document.getDate(SERVED).toInstant();
    }

    private static Subscription read(Document document) {
        return new Subscription(
                document.getString(KEY),
                document.getString("email"),
                new Choice(
                        Cadence.valueOf(document.getString(CADENCE)),
                        document.getList("topics", String.class).stream()
                                .map(Slug::new)
                                .toList(),
                        document.getString("language")));
    }

    private MongoCollection<Document> subscriptions() {
        return store.collection(collectionName());
    }
}
