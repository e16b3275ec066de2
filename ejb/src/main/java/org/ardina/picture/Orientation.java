package org.ardina.picture;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held, as its picture says in Exif (CIPA DC-008, tag 0x0112); the picture that is made of it is turned
 * accordingly, as it carries no Exif any more.
 *
 * @param value 1 to 8; 1 is upright
 */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int MARKER = 0xFF;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 500;

    /** What a JPEG file says; upright for one that says nothing that can be understood. */
    static Orientation of(byte[] jpeg) {
        ByteBuffer file = ByteBuffer.wrap(jpeg);
        if (file.remaining() < 4 || (file.get() & 0xFF) != MARKER || (file.get() & 0xFF) != START_OF_IMAGE) {
            return UPRIGHT;
        }
        while (file.remaining() >= 4) {
            if ((file.get() & 0xFF) != MARKER) {
                return UPRIGHT;
            }
            int marker = file.get() & 0xFF;
            int length = file.getShort() & 0xFFFF;
            if (marker == START_OF_SCAN || length < 2 || length - 2 > file.remaining()) {
                return UPRIGHT;
            }
            byte[] segment = new byte[length - 2];
            file.get(segment);
            if (marker == APP1 && segment.length > EXIF.length && startsWithExif(segment)) {
                return inTiff(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                        .slice());
            }
        }
        return UPRIGHT;
    }

    private static boolean startsWithExif(byte[] segment) {
        return Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length);
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = Math.min(tiff.getShort(directory) & 0xFFFF, MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (entry > tiff.limit() - ENTRY) {
                return UPRIGHT;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean isSideways() {
        return value >= 5;
    }

    /** Turns a picture of that size upright. */
    AffineTransform upright(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
