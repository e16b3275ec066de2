package org.ardina.account;

import java.time.Instant;

/**
 * A login that lasts for a while.
 *
 * @param token 256 random bits in base64url, known only to whoever logged in
 */
public record Session(String token, Instant expiresAt, Account account) {

    @Override
    public String toString() {
        return "Session of " + account.username() + " until " + expiresAt;
    }
}
