package org.ardina.importing;

import java.io.IOException;

/** A file that cannot be read further: truncated, not what it claims to be, or hostile. The message is for people. */
class SourceException extends IOException {

    private static final long serialVersionUID = 1L;

    SourceException(String message) {
        super(message);
    }

    SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
