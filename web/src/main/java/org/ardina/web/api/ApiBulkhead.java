package org.ardina.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many requests read through the API at once and no more: while MongoDB is slow they wait for it, and pages that
 * are kept must not wait for them. Requests with a body are not counted, as whoever sends one slowly would keep out all
 * others.
 */
class ApiBulkhead extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Fewer than the server has threads at least, {@code coreThreads} in {@code http.xml}. */
    private static final int AT_ONCE = 16;

    /** Much longer than a read takes while all is well, and not long for a thread that others need. */
    private static final long WAIT_MILLIS = 100;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
    private static final String RETRY_SECONDS = "5";

    private static final byte[] BUSY = ("{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                    + "\"code\":\"busy\",\"detail\":\"Too much is asked for. Try again in a moment.\"}")
            .getBytes(StandardCharsets.UTF_8);

    /** Fair: otherwise those who come would pass those who wait, some of them until they are refused. */
    private final transient Semaphore permits = new Semaphore(AT_ONCE, true);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!WITHOUT_BODY.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (acquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                permits.release();
            }
        } else {
            refuse(response);
        }
    }

    private boolean acquire() {
        try {
            return permits.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(BUSY);
    }
}
