package org.ardina.web.site;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.cache.PageTags;
import org.ardina.change.PagesPurged;
import org.ardina.configuration.Settings;

/**
 * Tells a cache in front of the site, where one is configured, what was purged: a POST with the tags in a header
 * Surrogate-Key, or without it when everything was. It is told once by every replica; a call that fails is logged and
 * not repeated, as what the cache keeps ends with its lifetime.
 */
@ApplicationScoped
class PurgeHook {

    static final String KEY = "ardina.pages.purge-url";

    private static final Logger LOG = Logger.getLogger(PurgeHook.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** More tags than this are not told one by one. */
    private static final int MOST_TAGS = 200;

    @Inject
    private Settings settings;

    private Optional<URI> url = Optional.empty();
    private HttpClient client;

    @PostConstruct
    void prepare() {
        url = settings.address(KEY);
        client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    }

    boolean isConfigured() {
        return url.isPresent();
    }

    void purged(@Observes PagesPurged pages) {
        url.ifPresent(target -> send(target, pages.tags()));
    }

    private void send(URI target, Set<String> tags) {
        HttpRequest.Builder call =
                HttpRequest.newBuilder(target).timeout(TIMEOUT).POST(HttpRequest.BodyPublishers.noBody());
        if (!tags.isEmpty() && tags.size() <= MOST_TAGS) {
            Set<String> all = new TreeSet<>(tags);
            all.add(PageTags.MANY);
            call.header("Surrogate-Key", String.join(" ", all));
        }
        var unused = client.sendAsync(call.build(), HttpResponse.BodyHandlers.discarding())
                .handle((response, failure) -> {
                    if (failure != null) {
                        warn(failure instanceof IOException ? failure.toString() : String.valueOf(failure.getCause()));
                    } else if (response.statusCode() >= 300) {
                        warn("it answered " + response.statusCode());
                    }
                    return response;
                });
    }

    private static void warn(String reason) {
        LOG.log(Level.WARNING, "The cache in front was not told of a purge: {0}", reason);
    }
}
