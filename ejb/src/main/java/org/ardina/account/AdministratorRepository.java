package org.ardina.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ardina.store.MongoStore;
import org.bson.Document;

/**
 * Who administers, in one document: that there is always somebody who does is decided there, however many are demoted at
 * the same time.
 */
@ApplicationScoped
class AdministratorRepository {

    private static final String ID = "administrators";
    private static final String ACCOUNTS = "accounts";
    private static final String ACCOUNT = "account";

    @Inject
    private MongoStore store;

    /** Adds an account before it becomes able to administer. */
    void add(String account) {
        roster().updateOne(
                        eq("_id", ID),
                        Updates.addToSet(ACCOUNTS, new Document(ACCOUNT, account)),
                        new UpdateOptions().upsert(true));
    }

    /** Removes an account before it ceases to administer; false if nobody else would be left. */
    boolean remove(String account) {
        return roster().updateOne(
                                and(eq("_id", ID), elemMatch(ACCOUNTS, ne(ACCOUNT, account))),
                                Updates.pull(ACCOUNTS, new Document(ACCOUNT, account)))
                        .getMatchedCount()
                > 0;
    }

    private MongoCollection<Document> roster() {
        return store.collection("rosters");
    }
}
