package org.ardina.account;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.ardina.problem.InvalidInputException;

/** The name that readers see. */
final class DisplayName {

    static final int MOST = 60;

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t\\n\\r]+");

    /** Marks that set the direction of what follows (UAX #9), with which a name would turn around the text beside it. */
    private static final String DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private DisplayName() {}

    /**
     * The name that somebody chose, as it is kept.
     *
     * @throws InvalidInputException if it may not be chosen
     */
    static String chosen(String text) {
        String name = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > MOST) {
            throw new InvalidInputException("display-name-length", "A name has 1 to " + MOST + " characters.");
        }
        if (!name.codePoints().allMatch(DisplayName::isAllowed)
                || name.codePoints().noneMatch(c -> Character.isLetterOrDigit(c))) {
            throw new InvalidInputException(
                    "display-name-characters", "A name has letters, and no control or direction marks.");
        }
        return name;
    }

    private static boolean isAllowed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> DIRECTIONS.indexOf(c) < 0;
        };
    }
}
