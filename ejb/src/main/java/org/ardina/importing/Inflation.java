package org.ardina.importing;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Watches over the unpacking of one archive, whose size on disk says nothing about what comes out of it. */
final class Inflation {

    private static final long LARGEST = 2L << 30;
    private static final long SMALL = 10 << 20;
    private static final long HIGHEST_RATIO = 200;

    private long packed;
    private long unpacked;

    /** Counts the bytes that go into the unpacking. */
    InputStream packed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = in.read();
                packed += read < 0 ? 0 : 1;
                return read;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = in.read(bytes, offset, length);
                packed += Math.max(0, read);
                return read;
            }
        };
    }

    /** Counts the bytes that come out and stops where they are too many. Closing it leaves the archive open. */
    InputStream unpacked(InputStream in) {
        return new Unpacked(in);
    }

    private void check(int read) throws SourceException {
        unpacked += Math.max(0, read);
        if (unpacked > LARGEST) {
            throw new SourceException("The archive holds more than 2 GiB");
        }
        if (unpacked > SMALL && unpacked / HIGHEST_RATIO > packed) {
            throw new SourceException("The archive unpacks to more than " + HIGHEST_RATIO
                    + " times its size, as only one made to do harm does");
        }
    }

    private final class Unpacked extends InputStream {

        private final InputStream in;

        Unpacked(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int read = in.read(bytes, offset, length);
                check(read);
                return read;
            } catch (EOFException cut) {
                throw new SourceException("The file ends in the middle of its packed content", cut);
            } catch (ZipException broken) {
                throw new SourceException("The file cannot be unpacked: " + broken.getMessage(), broken);
            }
        }
    }
}
