package org.ardina.cache;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;

/** How long public pages are kept, how many, and how much rendering goes on at once. */
@Dependent
public class PageConfiguration {

    static final String LIFETIME = "ardina.pages.lifetime";
    static final String STALE_WHILE_REVALIDATE = "ardina.pages.stale-while-revalidate";
    static final String STALE_IF_ERROR = "ardina.pages.stale-if-error";
    static final String NEAR_BYTES = "ardina.pages.near-cache-bytes";
    static final String RENDERS_AT_ONCE = "ardina.pages.renders-at-once";
    static final String RENDER_WAIT = "ardina.pages.render-wait";

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int PART_OF_HEAP = 4;
    private static final long LEAST_BYTES = 1L << 20;
    private static final long MOST_BYTES = 1L << 40;
    private static final int MOST_RENDERS = 1000;

    private final Duration lifetime;
    private final Duration staleWhileRevalidate;
    private final Duration staleIfError;
    private final long nearBytes;
    private final int rendersAtOnce;
    private final Duration renderWait;

    @Inject
    public PageConfiguration(Settings settings) {
        this.lifetime = bounded(settings, LIFETIME, Duration.ofMinutes(5));
        this.staleWhileRevalidate = bounded(settings, STALE_WHILE_REVALIDATE, Duration.ofMinutes(1));
        this.staleIfError = bounded(settings, STALE_IF_ERROR, Duration.ofHours(1));
        this.nearBytes = settings.number(
                NEAR_BYTES,
                Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP),
                LEAST_BYTES,
                MOST_BYTES);
        this.rendersAtOnce = (int) settings.number(RENDERS_AT_ONCE, 16, 1, MOST_RENDERS);
        this.renderWait = bounded(settings, RENDER_WAIT, Duration.ofSeconds(1));
    }

    /** After this a page is rendered anew, up to a tenth earlier so that not all come due at once. */
    public Duration lifetime() {
        return lifetime;
    }

    /** For this long after its lifetime a page is still shown while it is rendered anew (RFC 5861). */
    public Duration staleWhileRevalidate() {
        return staleWhileRevalidate;
    }

    /** For this long after its lifetime a page is shown when it cannot be rendered anew (RFC 5861). */
    public Duration staleIfError() {
        return staleIfError;
    }

    /** How much memory the pages kept in this process may take; a quarter of the heap unless configured. */
    public long nearBytes() {
        return nearBytes;
    }

    public int rendersAtOnce() {
        return rendersAtOnce;
    }

    /** How long a request waits for its turn to be rendered. */
    public Duration renderWait() {
        return renderWait;
    }

    private static Duration bounded(Settings settings, String key, Duration standard) {
        Duration duration = settings.duration(key, standard);
        if (duration.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(key, duration.toString(), "a duration of at most " + LONGEST, null);
        }
        return duration;
    }
}
