package org.ardina.web.door;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Gives every request an id, which its answer carries and every event that it logs. */
@WebFilter(
        value = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class RequestIdFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestIdFilter.class.getName();
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    /** Held here because the log knows it only weakly. */
    private static final LogRecordContext.Extension IN_LOG = CURRENT::get;

    static {
        LogRecordContext.registerExtension("requestId", IN_LOG);
    }

    /** The id of a request that came through this filter. */
    public static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }

    /** Does something for a request whose own thread has gone on, under its id. */
    public static void during(HttpServletRequest request, Runnable work) {
        CURRENT.set(of(request));
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            request.setAttribute(ATTRIBUTE, id);
            response.setHeader(HEADER, id);
            ResponseProtection.apply(response);
        }
        CURRENT.set(of(request));
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
        }
    }
}
