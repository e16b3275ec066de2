package org.ardina.web.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.TooLargeException;

/** Tells the sender of a body that is too large or cannot be read, rather than the log: the fault is not ours. */
@Provider
public class BodyReading implements ReaderInterceptor {

    private static final long MOST_JSON_BYTES = 2L << 20;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            context.setInputStream(new LimitedInputStream(context.getInputStream(), MOST_JSON_BYTES));
        }
        try {
            return context.proceed();
        } catch (WebApplicationException | TooLargeException answered) {
            throw answered;
        } catch (IOException | RuntimeException unreadable) {
            if (TooLargeException.isCauseOf(unreadable)) {
                throw new TooLargeException(MOST_JSON_BYTES);
            }
            throw new InvalidInputException(
                    "malformed-body",
                    "The body cannot be read as " + context.getMediaType() + " of the expected form.");
        }
    }
}
