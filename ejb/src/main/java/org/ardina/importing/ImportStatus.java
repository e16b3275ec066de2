package org.ardina.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it is.
 *
 * @param format as named by the caller; absent when it is to be recognised
 * @param dryRun whether nothing is stored
 * @param fraction of the file that was read, from 0 to 1
 * @param error why the file could not be read to its end
 */
public record ImportStatus(
        String id,
        String fileName,
        @Nullable String format,
        boolean dryRun,
        ImportState state,
        ImportCounts counts,
        double fraction,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String error) {}
