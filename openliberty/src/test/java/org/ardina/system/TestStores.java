package org.ardina.system;

import com.mongodb.ConnectionString;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stores that tests run on: embedded ones, or those named by the environment, each server with its own database. */
final class TestStores {

    private static final @Nullable String MONGODB = System.getenv("ARDINA_TEST_MONGODB_URI");
    private static final @Nullable String REDIS = System.getenv("ARDINA_TEST_REDIS_URI");

    private TestStores() {}

    static boolean areEmbedded() {
        return MONGODB == null;
    }

    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        if (MONGODB != null) {
            environment.put("ARDINA_MONGODB_URI", withDatabase(MONGODB, "ardina-test-" + UUID.randomUUID()));
            environment.put("ARDINA_DEMONSTRATION_ENABLED", "true");
        }
        if (REDIS != null) {
            environment.put("ARDINA_REDIS_URI", REDIS);
        }
        return environment;
    }

    private static String withDatabase(String uri, String database) {
        ConnectionString address = new ConnectionString(uri);
        int hosts = uri.indexOf("://") + 3;
        int path = uri.indexOf('/', hosts);
        int query = uri.indexOf('?', hosts);
        String base = path >= 0 ? uri.substring(0, path) : query >= 0 ? uri.substring(0, query) : uri;
        String options = query >= 0 ? uri.substring(query + 1) : "";
        if (address.getCredential() != null && !options.contains("authSource")) {
            options += (options.isEmpty() ? "" : "&") + "authSource="
                    + address.getCredential().getSource();
        }
        return base + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }
}
