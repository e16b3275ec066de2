package org.ardina.web.authentication;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.ardina.account.PasswordQueue;
import org.ardina.web.door.RequestParameters;
import org.jspecify.annotations.Nullable;

/** Has logins wait without a thread of the server while many log in. */
@WebFilter(
        value = {"/login", "/api/v1/sessions"},
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class LoginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Then it is tried all the same, and refused if there are still too many. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private static final int MOST_BYTES = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TURN = Turn.class.getName();

    @Inject
    private transient PasswordQueue queue;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
        } else if (request.getDispatcherType() == DispatcherType.ASYNC) {
            resume(request, response, chain);
        } else {
            begin(request, response, chain);
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest login = read(request);
        if (login == null) {
            chain.doFilter(request, response);
        } else if (queue.begin()) {
            try {
                chain.doFilter(login, response);
            } finally {
                queue.end();
            }
        } else {
            Turn turn = new Turn(queue, login.startAsync(login, response));
            login.setAttribute(TURN, turn);
            if (!queue.putOff(turn)) {
                turn.giveUp();
            }
        }
    }

    /** The request with its body read, so that whoever sends slowly takes nobody's place; null if that is no login's. */
    private static @Nullable HttpServletRequest read(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length < 0 || length > MOST_BYTES) {
            return null;
        }
        if (FORM.equals(request.getContentType())) {
            return RequestParameters.areReadable(request) ? BufferedRequest.ofForm(request) : null;
        }
        return BufferedRequest.ofBody(request, (int) length);
    }

    private void resume(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.getAttribute(TURN) instanceof Turn turn) {
                turn.end();
            }
        }
    }

    /**
     * Of a request that waits: comes once, and ends once, whether the request is dealt with or its sender has gone
     * meanwhile.
     */
    private static final class Turn implements BooleanSupplier, AsyncListener {

        private final PasswordQueue queue;
        private final AsyncContext request;
        private final AtomicBoolean come = new AtomicBoolean();
        private final AtomicBoolean begun = new AtomicBoolean();

        Turn(PasswordQueue queue, AsyncContext request) {
            this.queue = queue;
            this.request = request;
            request.setTimeout(LONGEST_WAIT.toMillis());
            request.addListener(this);
        }

        @Override
        public boolean getAsBoolean() {
            if (!come.compareAndSet(false, true)) {
                return false;
            }
            begun.set(true);
            try {
                request.dispatch();
                return true;
            } catch (IllegalStateException gone) {
                // Where the place was given back already, it is not this one's any more.
                return !begun.compareAndSet(true, false);
            }
        }

        void giveUp() {
            if (come.compareAndSet(false, true)) {
                try {
                    request.dispatch();
                } catch (IllegalStateException gone) {
                    // Nobody waits for the answer any more.
                }
            }
        }

        void end() {
            if (begun.compareAndSet(true, false)) {
                queue.end();
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            giveUp();
        }

        @Override
        public void onError(AsyncEvent event) {
            come.set(true);
            end();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            come.set(true);
            end();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Begins once only.
        }
    }
}
