package org.ardina.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What lists show of articles, as it lies in the index. It is to be asked for in the order of the index. */
final class ShownBytes {

    private final IndexReader reader;

    private @Nullable BinaryDocValues shown;
    private int base;
    private int opened = -1;

    ShownBytes(IndexReader reader) {
        this.reader = reader;
    }

    /** Those of an article, until the next one is asked for; see {@link IndexedArticle}. */
    BytesRef of(int document) throws IOException {
        int ordinal = ReaderUtil.subIndex(document, reader.leaves());
        if (ordinal != opened) {
            LeafReaderContext leaf = reader.leaves().get(ordinal);
            shown = DocValues.getBinary(leaf.reader(), IndexFields.SHOWN);
            base = leaf.docBase;
            opened = ordinal;
        }
        BinaryDocValues values = Objects.requireNonNull(shown);
        if (!values.advanceExact(document - base)) {
            throw new IllegalStateException("The index holds nothing to show of an article");
        }
        return values.binaryValue();
    }
}
