package org.ardina.setting;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The settings that apply, as this replica knows them: at most two seconds old. */
@ApplicationScoped
public class CurrentSettings {

    private static final Duration FRESHNESS = Duration.ofSeconds(2);

    private final LoadingCache<Boolean, SiteSettings> settings = Caffeine.newBuilder()
            .expireAfterWrite(FRESHNESS)
            .build(any -> repository().find());

    @Inject
    private SettingRepository repository;

    public SiteSettings get() {
        return settings.get(true);
    }

    void forget() {
        settings.invalidateAll();
    }

    private SettingRepository repository() {
        return repository;
    }
}
