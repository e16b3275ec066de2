package org.ardina.importing;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The items of one file in their order, read as they are asked for. */
interface ArticleSource extends Closeable {

    /**
     * The next item, or null at the end.
     *
     * @throws SourceException if the rest of the file cannot be used; what was read before stays good
     */
    @Nullable SourceItem next() throws IOException;
}
