package org.ardina.importing;

import java.io.IOException;

/** A kind of file that articles can be read from. */
interface SourceFormat {

    /** The name by which callers choose it: wxr, ghost, rss or jsonl. */
    String name();

    /** Whether a file that begins like this, already decompressed, is of this format. */
    boolean recognises(byte[] beginning);

    /** Opens the file for one reading. */
    ArticleSource open(SourceFile file) throws IOException;
}
