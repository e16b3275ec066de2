package org.ardina.newsletter;

/**
 * A reader who gets digests.
 *
 * @param key by which links in letters show that whoever follows them got the letter
 */
public record Subscription(String key, String email, Choice choice) {

    @Override
    public String toString() {
        // Neither addresses nor keys belong into logs.
        return "Subscription";
    }
}
