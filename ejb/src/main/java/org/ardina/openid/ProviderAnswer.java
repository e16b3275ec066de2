package org.ardina.openid;

import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from the provider (RFC 6749, 4.1.2; RFC 9207).
 *
 * @param error why nobody was identified, in place of a code
 */
public record ProviderAnswer(
        @Nullable String state,
        @Nullable String code,
        @Nullable String error,
        @Nullable String issuer) {

    @Override
    public String toString() {
        return error == null ? "an answer with a code" : "an answer without a code";
    }
}
