package org.ardina.openid;

import org.jspecify.annotations.Nullable;

/**
 * Who a provider says that somebody is. Only issuer and subject identify them, and always do (OpenID Connect Core 1.0,
 * 5.7); the rest may change, and may be what they wish to be.
 *
 * @param emailVerified whether the provider has found out that the mailbox is theirs
 */
public record ProvidedIdentity(
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String username,
        @Nullable String name) {

    /** What is the same for the same identity only: an issuer has no space in it. */
    public String key() {
        return issuer + ' ' + subject;
    }

    @Override
    public String toString() {
        return "Identity of " + issuer;
    }
}
