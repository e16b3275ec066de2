package org.ardina.mail;

import java.util.List;

/**
 * A message to one person.
 *
 * @param to an address as in RFC 5321, without a name
 * @param paragraphs plain text; one that is nothing but an address of the web can be followed
 */
public record Mail(String to, String subject, List<String> paragraphs) {

    public Mail {
        paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public String toString() {
        // Neither addresses nor links that log somebody in belong into logs.
        return "Mail";
    }
}
