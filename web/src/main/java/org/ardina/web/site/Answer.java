package org.ardina.web.site;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the site answers to a request.
 *
 * @param html the page, in UTF-8; empty when it is elsewhere
 * @param location where it is for good
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: made for one request and written out.
record Answer(int status, byte[] html, @Nullable URI location) {

    static Answer moved(URI location) {
        return new Answer(301, new byte[0], location);
    }
}
