package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.ardina.problem.InvalidInputException;

/**
 * Which passwords may be chosen: of 8 to 128 characters, whichever they are, unless everybody tries them first (OWASP ASVS
 * 5.0, 6.2).
 */
@ApplicationScoped
class PasswordPolicy {

    static final int MINIMUM_LENGTH = 8;
    static final int MAXIMUM_LENGTH = 128;

    /**
     * Refuses a new password that is too easy to guess.
     *
     * @throws InvalidInputException if the password must not be used; the message says why
     */
    void check(String password, String username) {
        if (!hasAllowedLength(password)) {
            throw new InvalidInputException(
                    "password-length", "A password has " + MINIMUM_LENGTH + " to " + MAXIMUM_LENGTH + " characters.");
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            throw new InvalidInputException("password-contains-username", "A password must not contain the username.");
        }
        if (CommonPasswords.contain(password)) {
            throw new InvalidInputException(
                    "password-common", "This password is one of those that are tried first. Choose another.");
        }
    }

    /** Whether it is neither too short nor too long, counted in Unicode code points. */
    static boolean hasAllowedLength(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= MINIMUM_LENGTH && length <= MAXIMUM_LENGTH;
    }
}
