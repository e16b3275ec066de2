package org.ardina.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of an import on this machine's disk, which knows how far it was read. */
class SpooledFile implements SourceFile {

    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private final long size;
    private long position;

    SpooledFile(Path path) throws IOException {
        this.path = path;
        this.size = Files.size(path);
    }

    @Override
    public InputStream open() throws IOException {
        position = 0;
        return new BufferedInputStream(new Counting(Files.newInputStream(path)), BUFFER);
    }

    /** How much of the file the reading begun last has read, from 0 to 1. */
    double fraction() {
        return size == 0 ? 1 : Math.min(1, position / (double) size);
    }

    private final class Counting extends FilterInputStream {

        Counting(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            position += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            position += Math.max(0, read);
            return read;
        }
    }
}
