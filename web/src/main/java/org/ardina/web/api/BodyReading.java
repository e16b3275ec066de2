package org.ardina.web.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.ardina.problem.InvalidInputException;

/** Tells the sender of a body that cannot be read, rather than the log: the fault is not ours. */
@Provider
public class BodyReading implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (WebApplicationException answered) {
            throw answered;
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidInputException(
                    "malformed-body",
                    "The body cannot be read as " + context.getMediaType() + " of the expected form.");
        }
    }
}
