package org.ardina.cache;

/**
 * What tells one public page from another. Nothing in it tells one reader from another, and neither may the page.
 *
 * @param address path and normalised query, so that parameters which change nothing make no new page
 * @param language of the interface, a BCP 47 tag
 * @param region the class of regions in which the same may be read
 */
public record PageKey(String address, String language, String region) {

    /** The region class while nothing is restricted anywhere. */
    public static final String WORLD = "world";

    /** Whether many may ask for it. There are endless later parts of lists; they are kept near only. */
    boolean isCommon() {
        return address.indexOf('?') < 0;
    }

    /** One text for the key, with the part that is free in form at the end. */
    String text() {
        return language + ' ' + region + ' ' + address;
    }

    static PageKey parse(String text) {
        String[] parts = text.split(" ", 3);
        return new PageKey(parts[2], parts[0], parts[1]);
    }
}
