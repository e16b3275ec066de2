package org.ardina.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.ardina.configuration.ConfigurationException;

/** The embedded stores in use: each started when its address is first asked for, stopped with the application. */
@ApplicationScoped
public class EmbeddedStores {

    private final Map<EmbeddedStore.Kind, EmbeddedStore> running = new EnumMap<>(EmbeddedStore.Kind.class);
    private final Map<EmbeddedStore.Kind, String> addresses = new EnumMap<>(EmbeddedStore.Kind.class);

    @Inject
    private DataDirectory dataDirectory;

    /**
     * The address of the embedded store.
     *
     * @param key the configuration key that would name a real one
     * @throws ConfigurationException if this server was packaged without embedded stores
     * @throws StoreUnavailableException if it cannot start
     */
    synchronized String address(EmbeddedStore.Kind kind, String key) {
        String address = addresses.get(kind);
        if (address == null) {
            EmbeddedStore store = find(kind, key);
            address = store.start(directory(kind));
            running.put(kind, store);
            addresses.put(kind, address);
        }
        return address;
    }

    public synchronized boolean inUse() {
        return !running.isEmpty();
    }

    private Path directory(EmbeddedStore.Kind kind) {
        return dataDirectory.path().resolve(kind.name().toLowerCase(Locale.ROOT));
    }

    private static EmbeddedStore find(EmbeddedStore.Kind kind, String key) {
        return ServiceLoader.load(EmbeddedStore.class, EmbeddedStores.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(store -> store.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        key, "", "the address of the store, as this server has no embedded one", null));
    }

    @PreDestroy
    synchronized void stop() {
        running.values().forEach(EmbeddedStore::close);
        running.clear();
        addresses.clear();
    }
}
