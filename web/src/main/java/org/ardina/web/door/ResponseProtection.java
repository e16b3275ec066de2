package org.ardina.web.door;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.ardina.article.Embed;

/** Headers that tell a browser what an answer may do: OWASP ASVS 5.0, 3.4. */
final class ResponseProtection {

    /** Pictures of imported articles stay where they were published, which may be without TLS. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
            + "connect-src 'self'; img-src 'self' https: http:; frame-src " + players()
            + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ResponseProtection() {}

    private static String players() {
        return Arrays.stream(Embed.Provider.values())
                .map(Embed.Provider::origin)
                .collect(Collectors.joining(" "));
    }

    static void apply(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
}
