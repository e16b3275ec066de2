package org.ardina.importing;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of several files of one format, one file after the other. */
final class SourceSequence implements ArticleSource {

    /** Every file of a zip is reached by unpacking those before it again, so that many of them would take for ever. */
    private static final int MOST_FILES = 50;

    private final SourceFormat format;
    private final Iterator<SourceFile> files;
    private @Nullable ArticleSource current;

    SourceSequence(SourceFormat format, List<SourceFile> files) throws SourceException {
        if (files.size() > MOST_FILES) {
            throw new SourceException("The zip holds more than " + MOST_FILES + " files to import");
        }
        this.format = format;
        this.files = files.iterator();
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (true) {
            if (current == null) {
                if (!files.hasNext()) {
                    return null;
                }
                current = format.open(files.next());
            }
            SourceItem item = current.next();
            if (item != null) {
                return item;
            }
            close();
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
