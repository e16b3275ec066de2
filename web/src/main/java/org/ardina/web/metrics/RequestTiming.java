package org.ardina.web.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Times every request, by the class of its answer's status: {@code 2xx} to {@code 5xx}. */
@WebFilter(value = "/*", asyncSupported = true)
public class RequestTiming extends HttpFilter {

    static final String NAME = "ardina_request_duration";

    @Serial
    private static final long serialVersionUID = 1L;

    /** Bounded in number and looked up once, as a request to a kept page takes microseconds. */
    private transient List<Timer> timers = List.of();

    @Inject
    private transient MetricRegistry registry;

    @Override
    public void init() {
        Metadata metadata = Metadata.builder()
                .withName(NAME)
                .withDescription("How long requests took until their answer was complete")
                .build();
        timers = IntStream.rangeClosed(1, 5)
                .mapToObj(status -> registry.timer(metadata, new Tag("status", status + "xx")))
                .toList();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            if (!goesOn(start, request, response)) {
                record(start, failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus());
            }
        }
    }

    /** Whether the request is answered by another thread, and is timed when that has happened. */
    private boolean goesOn(long start, HttpServletRequest request, HttpServletResponse response) {
        if (!request.isAsyncStarted()) {
            return false;
        }
        try {
            request.getAsyncContext().addListener(new Completion(start, response));
            return true;
        } catch (IllegalStateException answeredMeanwhile) {
            return false;
        }
    }

    private void record(long start, int status) {
        timers.get(Math.min(Math.max(status / 100, 1), 5) - 1).update(Duration.ofNanos(System.nanoTime() - start));
    }

    /** Waits for the end of a request whose own thread has gone on. */
    private final class Completion implements AsyncListener {

        private final long start;
        private final HttpServletResponse response;

        Completion(long start, HttpServletResponse response) {
            this.start = start;
            this.response = response;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            record(start, response.getStatus());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // It is completed after that.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It is completed after that.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
