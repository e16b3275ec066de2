package org.ardina.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.ardina.configuration.MapConfig;
import org.ardina.store.StoreUnavailableException;

/** A store of numbered stories, one to each address, and the renderer that shows them; for tests. */
final class Newsroom implements PageRenderer {

    static final Duration LIFETIME = Duration.ofMinutes(5);
    static final Duration GRACE = Duration.ofHours(1);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

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

    PageCache cache(SharedPages shared, Executor workers, String... settings) {
        return new PageCache(
                new PageConfiguration(MapConfig.settings(settings)),
                shared,
                workers,
                LONGEST_WAIT,
                () -> true,
                clock,
                // The least jitter, and no renewal ahead of the end.
                () -> 1.0);
    }

    /** The page, as a reader gets it who waits for it. */
    PageAnswer get(PageCache cache, PageKey key) {
        PageAnswer near = cache.near(key, this);
        if (near != null) {
            return near;
        }
        try {
            return cache.fetch(key, this).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw failed;
        }
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
                : PageContent.page("text/plain", version.toString().getBytes(UTF_8), List.of(), tags(name));
    }
}
