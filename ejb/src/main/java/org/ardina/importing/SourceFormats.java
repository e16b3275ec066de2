package org.ardina.importing;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PLACEHOLDER replaced by merge. */
final class SourceFormats {
    private SourceFormats() {}

    static List<String> names() {
        return List.of("wxr", "ghost", "rss", "jsonl");
    }

    static ArticleSource open(SourceFile file, @Nullable String formatName) throws IOException {
        if (formatName != null) {
            throw new SourceException("not yet " + file);
        }
        try (var in = file.open()) {
            throw new SourceException("no" + in);
        }
    }
}
