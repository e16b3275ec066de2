package org.ardina.cache;

/**
 * A part of a page that differs by reader. The kept page is filled there for somebody who is not logged in.
 *
 * @param name what belongs there
 * @param from where it begins in the page, in bytes
 * @param to where it ends
 */
public record Hole(String name, int from, int to) {

    public Hole {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("A hole from " + from + " to " + to);
        }
    }
}
