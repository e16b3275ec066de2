package org.ardina.importing;

import java.io.IOException;
import java.io.InputStream;

/** A file to import, which can be read more than once. */
interface SourceFile {

    /** Its content from the beginning, as it was uploaded. */
    InputStream open() throws IOException;
}
