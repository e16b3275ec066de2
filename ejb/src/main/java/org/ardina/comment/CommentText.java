package org.ardina.comment;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.ardina.problem.InvalidInputException;

/** The text of a comment: plain, in paragraphs. */
final class CommentText {

    static final int MOST = 5000;

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final Pattern SPACES_AT_END = Pattern.compile("[ \\t]+(?=\\n|$)");
    private static final Pattern MANY_EMPTY_LINES = Pattern.compile("\\n{3,}");

    private CommentText() {}

    /**
     * A text as it is kept.
     *
     * @throws InvalidInputException if there is nothing to read in it, or too much
     */
    static String of(String raw) {
        String text = LINE_ENDS
                .matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                .replaceAll("\n");
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(CommentText::isAllowed).forEach(kept::appendCodePoint);
        String spaced = SPACES_AT_END.matcher(kept).replaceAll("");
        String result = MANY_EMPTY_LINES.matcher(spaced).replaceAll("\n\n").strip();
        int length = result.codePointCount(0, result.length());
        if (length > MOST || result.codePoints().noneMatch(CommentText::isSeen)) {
            throw new InvalidInputException("body-length", "A comment has 1 to " + MOST + " characters.");
        }
        return result;
    }

    private static boolean isAllowed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static boolean isSeen(int c) {
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT;
    }
}
