package org.ardina.change;

import java.util.Set;

/**
 * Fired in every replica after pages were dropped, for caches in front of the site.
 *
 * @param tags as pages carry them; empty when all pages were dropped
 */
public record PagesPurged(Set<String> tags) {

    static final PagesPurged ALL = new PagesPurged(Set.of());

    public PagesPurged {
        tags = Set.copyOf(tags);
    }
}
