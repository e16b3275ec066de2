package org.ardina.web.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.ardina.picture.Pictures;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.TooLargeException;

/** Tells the sender of a body that is too large or cannot be read, rather than the log: the fault is not ours. */
@Provider
public class BodyReading implements ReaderInterceptor {

    private static final long MOST_JSON_BYTES = 2L << 20;

    /** What stands around a file in a form. */
    private static final long FORM_BYTES = 64L << 10;

    @Context
    private ResourceInfo resource;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        long most = mostBytes(context);
        context.setInputStream(new LimitedInputStream(context.getInputStream(), most));
        try {
            return context.proceed();
        } catch (WebApplicationException | TooLargeException answered) {
            throw answered;
        } catch (IOException | RuntimeException unreadable) {
            if (TooLargeException.isCauseOf(unreadable)) {
                throw new TooLargeException(most);
            }
            throw new InvalidInputException(
                    "malformed-body",
                    "The body cannot be read as " + context.getMediaType() + " of the expected form.");
        }
    }

    /** Only an archive that is imported has no end: it is read as it comes, and lies on the disk. */
    private long mostBytes(ReaderInterceptorContext context) {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            return MOST_JSON_BYTES;
        }
        return PicturesResource.class.isAssignableFrom(resource.getResourceClass())
                ? Pictures.MOST_BYTES + FORM_BYTES
                : Long.MAX_VALUE;
    }
}
