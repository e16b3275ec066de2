package org.ardina.web.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.ardina.problem.TooLargeException;

/** A stream that refuses to be longer than it may be, before more of it is read. */
final class LimitedInputStream extends FilterInputStream {

    private final long most;
    private long read;

    LimitedInputStream(InputStream stream, long most) {
        super(stream);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got = super.read(bytes, offset, length);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > most) {
            throw new TooLargeException(most);
        }
    }
}
