package org.ardina.importing;

import org.jspecify.annotations.Nullable;

/**
 * An author as a source names them.
 *
 * @param username as the source proposes it, not yet checked
 */
record SourceAuthor(@Nullable String username, String name) {}
