package org.ardina.importing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The lines of a file of which no more is held than a longest line. */
final class LimitedLines implements Closeable {

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;
    private long number;

    /** @param longest in bytes; of a longer line nothing is kept */
    LimitedLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param bytes null when the line was too long
     * @param terminated false for a last line that the file ends in
     */
    record Line(long number, @Nullable ByteBuffer bytes, boolean terminated) {}

    /** The next line, or null at the end. */
    @Nullable Line next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (fill()) {
            int end = endOfLine();
            if (line.size() + end - position > longest) {
                tooLong = true;
                line = new ByteArrayOutputStream();
            }
            if (!tooLong) {
                line.write(buffer, position, end - position);
            }
            position = end;
            if (end < limit) {
                position++;
                return new Line(number, tooLong ? null : ByteBuffer.wrap(line.toByteArray()), true);
            }
        }
        return new Line(number, tooLong ? null : ByteBuffer.wrap(line.toByteArray()), false);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        while (position == limit) {
            position = 0;
            limit = in.read(buffer);
            if (limit < 0) {
                limit = 0;
                return false;
            }
        }
        return true;
    }

    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
    }
}
