package org.ardina.article;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an imported article came from.
 *
 * @param key identifies the item over repeated imports; no two articles share one
 * @param importId the import that brought it
 * @param item its number in that import's file, from 1
 * @param url where it was published before
 */
public record Origin(
        String key, String importId, long item, @Nullable URI url) {}
