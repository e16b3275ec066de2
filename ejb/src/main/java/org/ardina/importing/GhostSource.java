package org.ardina.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The posts of a Ghost export. */
final class GhostSource implements ArticleSource {

    private final GhostTables tables;
    private final GhostRelations relations;
    private int count;

    GhostSource(InputStream in, GhostRelations relations) throws IOException {
        this.tables = new GhostTables(in, Set.of("posts"));
        this.relations = relations;
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        if (!tables.nextRow()) {
            if (!tables.hasFound()) {
                throw new SourceException("This is no Ghost export: it has no table of posts");
            }
            return null;
        }
        count++;
        return new GhostArticle(tables.row(GhostArticle.FIELDS), count, relations).toItem();
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }
}
