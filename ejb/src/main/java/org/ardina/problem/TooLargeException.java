package org.ardina.problem;

import org.jspecify.annotations.Nullable;

/** More was sent than is taken at once. */
public class TooLargeException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private static final int DEEPEST = 20;

    public TooLargeException(long mostBytes) {
        super("too-large", "At most " + mostBytes + " bytes are taken here at once.");
    }

    /** Whether the exception is one, or has one beneath it. */
    public static boolean isCauseOf(Throwable exception) {
        @Nullable Throwable current = exception;
        for (int depth = 0; current != null && depth < DEEPEST; depth++, current = current.getCause()) {
            if (current instanceof TooLargeException) {
                return true;
            }
        }
        return false;
    }
}
