package org.ardina.web.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens in forms, which another site cannot know (OWASP ASVS 5.0, 3.5). A token is a hash of a secret that is in a
 * cookie: of the session, or before there is one, of a cookie for this.
 */
@ApplicationScoped
public class FormTokens {

    private static final String COOKIE = "form";
    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final int SECRET_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private SessionTokens sessions;

    /** The token for a form that is shown; gives the browser a secret where it has none. */
    public String make(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> secret = secret(request);
        if (secret.isPresent()) {
            return token(secret.get());
        }
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        response.addCookie(sessions.hidden(COOKIE, fresh, LIFETIME));
        return token(fresh);
    }

    /** The token for a form that is shown to whoever has this session. */
    public String make(String session) {
        return token(session);
    }

    /** Whether the form that is sent was shown by this site to this browser. */
    public boolean isOwn(HttpServletRequest request, @Nullable String token) {
        Optional<String> secret = secret(request);
        return token != null
                && secret.isPresent()
                && MessageDigest.isEqual(
                        token(secret.get()).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> secret(HttpServletRequest request) {
        return RequestIdentity.account(request).isPresent() ? sessions.of(request) : sessions.hidden(request, COOKIE);
    }

    private static String token(String secret) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(("form:" + secret).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
