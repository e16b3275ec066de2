package org.ardina.account;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ardina.problem.InvalidInputException;

/**
 * The name that an account logs in with and that others see in addresses: in lower case, of one script, and not to be
 * taken for another. Two names that look alike have the same {@linkplain #skeleton skeleton} (UTS #39, 4).
 */
record Username(String value) {

    static final int LEAST = 3;
    static final int MOST = 30;

    private static final Pattern FORM =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{M}\\p{N}])?");
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    /** Names under which somebody would pass for the paper itself, and parts of addresses. */
    private static final Set<String> RESERVED = List.of(
                    "account",
                    "accounts",
                    "admin",
                    "administrator",
                    "administrador",
                    "anonymous",
                    "api",
                    "ardina",
                    "console",
                    "deleted",
                    "editor",
                    "editors",
                    "help",
                    "login",
                    "logout",
                    "me",
                    "mine",
                    "moderator",
                    "moderador",
                    "newsroom",
                    "nobody",
                    "null",
                    "postmaster",
                    "redacao",
                    "register",
                    "root",
                    "security",
                    "staff",
                    "support",
                    "system",
                    "undefined",
                    "webmaster")
            .stream()
            .map(Username::skeleton)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * The name that somebody chose, as it is kept.
     *
     * @throws InvalidInputException if it may not be chosen; the message says why
     */
    static Username chosen(String text) {
        String name = normalised(text);
        int length = name.codePointCount(0, name.length());
        if (length < LEAST || length > MOST) {
            throw new InvalidInputException(
                    "username-length", "A username has " + LEAST + " to " + MOST + " characters.");
        }
        if (!FORM.matcher(name).matches()) {
            throw new InvalidInputException(
                    "username-characters",
                    "A username has letters, digits, and between them full stops, hyphens and underscores.");
        }
        if (CHECKER.failsChecks(name)) {
            throw new InvalidInputException("username-scripts", "A username has letters of one script only.");
        }
        if (RESERVED.contains(skeleton(name))) {
            throw new InvalidInputException("username-reserved", "This username is kept for the paper itself.");
        }
        return new Username(name);
    }

    /** The form in which a name is kept and looked for: NFKC and lower case. */
    static String normalised(String text) {
        // Lower case may undo the normalisation.
        String folded = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    String skeleton() {
        return skeleton(value);
    }

    private static String skeleton(String name) {
        // A digit may have a capital letter as its skeleton.
        return CHECKER.getSkeleton(name).toLowerCase(Locale.ROOT);
    }
}
