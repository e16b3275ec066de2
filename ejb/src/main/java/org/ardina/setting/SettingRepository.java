package org.ardina.setting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ardina.store.MongoStore;
import org.bson.Document;

/** The settings in MongoDB: one document. */
@ApplicationScoped
class SettingRepository {

    private static final String SITE = "site";
    private static final String REGISTRATION_OPEN = "registrationOpen";
    private static final String VERSION = "version";

    @Inject
    private MongoStore store;

    SiteSettings find() {
        Document document = settings().find(eq("_id", SITE)).limit(1).first();
        return document == null
                ? SiteSettings.STANDARD
                : new SiteSettings(
                        document.getBoolean(REGISTRATION_OPEN, true),
                        document.get(VERSION, Number.class).longValue());
    }

    /** Takes the place of the settings of that version; not if there are others. */
    boolean replace(long version, boolean registrationOpen) {
        if (version > 0) {
            return settings()
                            .updateOne(
                                    and(eq("_id", SITE), eq(VERSION, version)),
                                    combine(set(REGISTRATION_OPEN, registrationOpen), inc(VERSION, 1L)))
                            .getMatchedCount()
                    > 0;
        }
        try {
            settings()
                    .insertOne(new Document("_id", SITE)
                            .append(REGISTRATION_OPEN, registrationOpen)
                            .append(VERSION, 1L));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    private MongoCollection<Document> settings() {
        return store.collection("settings");
    }
}
