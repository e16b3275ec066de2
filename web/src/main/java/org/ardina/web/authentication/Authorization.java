package org.ardina.web.authentication;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Authorization header of a request. */
final class Authorization {

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,200}=*) *");

    private Authorization() {}

    static Optional<String> bearerToken(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = BEARER.matcher(header);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
