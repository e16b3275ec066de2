package org.ardina.web.api;

import org.ardina.problem.BusinessException;

/** A change to something that may have changed since it was read does not say what was read (RFC 6585, 3). */
class MissingPreconditionException extends BusinessException {

    private static final long serialVersionUID = 1L;

    MissingPreconditionException() {
        super(
                "missing-precondition",
                "Send the ETag of what you read as If-Match, so that nobody's change is written over.");
    }
}
