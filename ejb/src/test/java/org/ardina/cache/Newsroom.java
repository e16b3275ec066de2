package org.ardina.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.ardina.configuration.MapConfig;
import org.ardina.store.StoreUnavailableException;

/** A store of numbered stories, one to each address, and the renderer that shows them; for tests. */
final class Newsroom implements PageRenderer {

    static final Duration LIFETIME = Duration.ofMinutes(5);
    static final Duration GRACE = Duration.ofHours(1);

    final FakeClock clock = new FakeClock();
    final AtomicInteger renders = new AtomicInteger();
    final AtomicInteger failuresToCome = new AtomicInteger();
    volatile boolean away;

    /** Runs after a story was read and before its page is done. */
    volatile Runnable whileRendering = () -> {};

    private final Map<String, Integer> versions = new ConcurrentHashMap<>();

    static PageKey key(String name) {
        return new PageKey("/articles/" + name, "en", PageKey.WORLD);
    }

    static List<String> tags(String name) {
        return List.of("article:" + name, "navigation");
    }

    PageCache cache(SharedPages shared, String... settings) {
        return cache(shared, Runnable::run, settings);
    }

    PageCache cache(SharedPages shared, Executor background, String... settings) {
        return new PageCache(
                new PageConfiguration(MapConfig.settings(settings)),
                shared,
                background,
                () -> true,
                clock,
                // The least jitter, and no renewal ahead of the end.
                () -> 1.0);
    }

    /** Publishes the next version of a story, and returns its number. */
    int publish(String name) {
        return versions.merge(name, 1, Integer::sum);
    }

    int version(String name) {
        return versions.getOrDefault(name, 0);
    }

    /** The version that a page shows. */
    static int shown(PageAnswer answer) {
        Variant text = answer.page().variant(Encoding.IDENTITY);
        return text == null ? -1 : Integer.parseInt(new String(text.bytes(), UTF_8).strip());
    }

    @Override
    public PageContent render(PageKey key) {
        renders.incrementAndGet();
        if (away) {
            throw new StoreUnavailableException("away");
        }
        if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("This one fails");
        }
        String name = key.address().substring("/articles/".length());
        Integer version = versions.get(name);
        whileRendering.run();
        return version == null
                ? PageContent.notFound(List.of("slug:" + name))
                : PageContent.page("text/plain", version.toString().getBytes(UTF_8), tags(name));
    }
}
