package org.ardina.newsroom;

import java.time.Instant;

/**
 * An address that shows a draft to whoever has it.
 *
 * @param url with a secret that is stored nowhere
 */
public record PreviewLink(String url, Instant expiresAt) {

    @Override
    public String toString() {
        // The address is a secret.
        return "a preview until " + expiresAt;
    }
}
