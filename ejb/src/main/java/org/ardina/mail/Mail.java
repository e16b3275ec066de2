package org.ardina.mail;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person.
 *
 * @param to an address as in RFC 5321, without a name
 * @param paragraphs plain text; one that is nothing but an address of the web can be followed
 * @param unsubscribe where a mail program asks by POST for no more of such letters (RFC 8058); absent for a letter that
 *     nobody subscribes to
 */
public record Mail(
        String to,
        String subject,
        List<String> paragraphs,
        @Nullable URI unsubscribe) {

    public Mail {
        paragraphs = List.copyOf(paragraphs);
    }

    public Mail(String to, String subject, List<String> paragraphs) {
        this(to, subject, paragraphs, null);
    }

    @Override
    public String toString() {
        // Neither addresses nor links that log somebody in belong into logs.
        return "Mail";
    }
}
