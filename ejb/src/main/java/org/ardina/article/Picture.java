package org.ardina.article;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The picture that stands over an article.
 *
 * @param source an absolute http or https address, or a path of this site
 * @param alternative what the picture shows, for those who do not see it; empty when it only decorates
 */
public record Picture(
        URI source,
        String alternative,
        @Nullable String caption,
        @Nullable String credit) {}
