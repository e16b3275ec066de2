package org.ardina.account;

import java.time.Duration;

/**
 * What somebody may do once who shows the token that was sent to them.
 *
 * @param value what it is bound to, for example the e-mail address to which it was sent
 */
record OneTimeToken(String account, Purpose purpose, String value) {

    enum Purpose {
        VERIFY_EMAIL(Duration.ofHours(24)),
        RESET_PASSWORD(Duration.ofHours(1)),
        CHANGE_EMAIL(Duration.ofHours(24)),
        /** The password was right, and the second factor is to follow. */
        FINISH_LOGIN(Duration.ofMinutes(5));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }

        Duration lifetime() {
            return lifetime;
        }
    }
}
