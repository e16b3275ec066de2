package org.ardina.account;

import java.text.Normalizer;
import java.util.Locale;
import org.ardina.problem.InvalidInputException;

/**
 * Which passwords an account may have: long enough, and not one of those that are tried first. There are no rules on kinds
 * of characters, as NIST SP 800-63B advises.
 */
final class PasswordPolicy {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    /** Parts of names shorter than this are in too many words. */
    private static final int TELLING = 4;

    private PasswordPolicy() {}

    /**
     * Checks a password that somebody chooses.
     *
     * @param names of the account: username, e-mail address
     * @throws InvalidInputException if it breaks a rule, with a code for each
     */
    static void check(String password, String... names) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new InvalidInputException(
                    "password-too-short", "A password has at least " + SHORTEST + " characters. A few words do well.");
        }
        if (length > LONGEST) {
            throw new InvalidInputException("password-too-long", "A password has at most " + LONGEST + " characters.");
        }
        if (CommonPasswords.contain(password)) {
            throw new InvalidInputException(
                    "password-too-common",
                    "This password is one of those that are tried first. A few unrelated words make a good one.");
        }
        String plain = fold(password);
        for (String name : names) {
            if (isMadeOf(plain, fold(name))) {
                throw new InvalidInputException(
                        "password-is-name",
                        "A password must not be the name or the e-mail address of the account. Choose another one.");
            }
        }
    }

    /** Whether the password is the name with only a few more characters than that. */
    private static boolean isMadeOf(String password, String name) {
        int at = name.indexOf('@');
        String local = at > 0 ? name.substring(0, at) : name;
        return local.length() >= TELLING
                && (password.equals(name)
                        || (password.contains(local) && password.length() - local.length() < TELLING * 2));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
