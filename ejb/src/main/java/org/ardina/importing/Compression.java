package org.ardina.importing;

import java.io.IOException;
import java.io.InputStream;

/** How a file is packed, told by its first bytes. */
enum Compression {
    NONE,
    /** RFC 1952. */
    GZIP,
    /** PKWARE's APPNOTE.TXT. */
    ZIP;

    private static final int ENOUGH_TO_RECOGNISE = 64 * 1024;

    static Compression of(SourceFile file) throws IOException {
        return of(beginning(file));
    }

    static Compression of(byte[] beginning) {
        if (beginning.length > 2 && (beginning[0] & 0xff) == 0x1f && (beginning[1] & 0xff) == 0x8b) {
            return GZIP;
        }
        boolean zip = beginning.length > 3
                && beginning[0] == 'P'
                && beginning[1] == 'K'
                && ((beginning[2] == 3 && beginning[3] == 4) || (beginning[2] == 5 && beginning[3] == 6));
        return zip ? ZIP : NONE;
    }

    static byte[] beginning(SourceFile file) throws IOException {
        try (InputStream in = file.open()) {
            return beginning(in);
        }
    }

    static byte[] beginning(InputStream in) throws IOException {
        return in.readNBytes(ENOUGH_TO_RECOGNISE);
    }
}
