package org.ardina.importing;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The content of a gzipped file. */
final class GzipFile implements SourceFile {

    private static final int BUFFER = 64 * 1024;

    private final SourceFile packed;

    GzipFile(SourceFile packed) {
        this.packed = packed;
    }

    @Override
    public InputStream open() throws IOException {
        InputStream raw = packed.open();
        try {
            Inflation inflation = new Inflation();
            InputStream unpacked = inflation.unpacked(new GZIPInputStream(inflation.packed(raw), BUFFER));
            return new FilterInputStream(unpacked) {
                @Override
                public void close() throws IOException {
                    raw.close();
                }
            };
        } catch (EOFException | ZipException broken) {
            raw.close();
            throw new SourceException("The file cannot be unpacked: " + broken.getMessage(), broken);
        }
    }
}
