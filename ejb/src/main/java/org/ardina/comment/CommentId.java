package org.ardina.comment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.ardina.problem.NotFoundException;

/** Identifies a comment for ever: 24 hexadecimal digits. */
public record CommentId(String value) {

    private static final int BYTES = 12;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

    public CommentId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A comment's id is 24 hexadecimal digits");
        }
    }

    /** An id made of a key: the same key always gives the same. */
    static CommentId of(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new CommentId(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The id that a text writes.
     *
     * @throws NotFoundException if no comment can have it
     */
    public static CommentId parse(String text) {
        if (!isValid(text)) {
            throw new NotFoundException("comment");
        }
        return new CommentId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
