package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The files inside a zip, told apart by their position; nothing is ever unpacked to disk, so names do not matter. */
final class ZipFiles {

    private static final int MOST_ENTRIES = 1000;
    private static final String MACOS_NOISE = "__macosx/";

    private final SourceFile zip;

    ZipFiles(SourceFile zip) {
        this.zip = zip;
    }

    /**
     * One file of the zip that can be imported.
     *
     * @param position from 0
     */
    record Entry(int position, SourceFormat format) {}

    /** Tells by its beginning which format a file is of. */
    @FunctionalInterface
    interface Recognition {

        @Nullable SourceFormat of(byte[] beginning);
    }

    /**
     * The files that can be imported, without the notes that macOS adds. All are unpacked once to know that the limits
     * hold.
     *
     * @throws SourceException if the zip is damaged, encrypted, too large or holds another archive
     */
    List<Entry> entries(Recognition recognition) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Cursor cursor = new Cursor(zip.open())) {
            ZipEntry entry = cursor.next();
            for (int position = 0; entry != null; position++) {
                if (position >= MOST_ENTRIES) {
                    throw new SourceException("The zip holds more than " + MOST_ENTRIES + " files");
                }
                byte[] beginning = Compression.beginning(cursor.content());
                if (Compression.of(beginning) != Compression.NONE) {
                    throw new SourceException("The zip holds another archive; unpack it first");
                }
                cursor.content().transferTo(OutputStream.nullOutputStream());
                SourceFormat format = recognition.of(beginning);
                if (format != null && !entry.isDirectory() && !isNoise(entry.getName())) {
                    entries.add(new Entry(position, format));
                }
                entry = cursor.next();
            }
        }
        return entries;
    }

    SourceFile file(Entry entry) {
        return () -> open(entry.position());
    }

    private InputStream open(int position) throws IOException {
        Cursor cursor = new Cursor(zip.open());
        for (int i = 0; i <= position; i++) {
            if (cursor.next() == null) {
                cursor.close();
                throw new SourceException("The zip has changed since it was looked through");
            }
        }
        return new FilterInputStream(cursor.content()) {
            @Override
            public void close() throws IOException {
                cursor.close();
            }
        };
    }

    private static boolean isNoise(String name) {
        String path = name.toLowerCase(Locale.ROOT);
        return path.startsWith(MACOS_NOISE)
                || path.substring(path.lastIndexOf('/') + 1).startsWith(".");
    }

    /** A reading of the zip from its beginning. */
    private static final class Cursor implements AutoCloseable {

        private final ZipInputStream in;
        private final InputStream content;

        Cursor(InputStream raw) {
            Inflation inflation = new Inflation();
            in = new ZipInputStream(inflation.packed(raw), UTF_8);
            content = inflation.unpacked(in);
        }

        @Nullable ZipEntry next() throws IOException {
            try {
                content.transferTo(OutputStream.nullOutputStream());
                return in.getNextEntry();
            } catch (EOFException | ZipException broken) {
                throw new SourceException("The zip cannot be read: " + broken.getMessage(), broken);
            } catch (IllegalArgumentException brokenName) {
                throw new SourceException("The zip cannot be read: a name in it is no text", brokenName);
            }
        }

        InputStream content() {
            return content;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
