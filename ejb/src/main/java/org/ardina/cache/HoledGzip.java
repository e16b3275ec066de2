package org.ardina.cache;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;

/**
 * A page compressed by gzip (RFC 1952) so that its holes can be filled otherwise without compressing it again. What is
 * around holes is deflated in parts that end on whole bytes and refer to nothing before them, what is in them is stored
 * as it is (RFC 1951, 3.2.4), and the checksum is put together from those of the parts.
 *
 * @param holes in their order
 * @param cuts where what is in each hole begins and where it ends, among the compressed bytes
 * @param checksums of the parts around the holes, before compression
 * @param moves by which the checksums of what is before those parts are moved
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never written to.
record HoledGzip(byte[] bytes, List<Hole> holes, int[] cuts, int[] checksums, int[] moves) {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER_BYTES = 8;
    private static final int STORED_HEADER_BYTES = 5;
    private static final int LONGEST_STORED = 0xffff;

    /**
     * A page that was compressed before.
     *
     * @throws IllegalArgumentException if it is shorter than any
     */
    static HoledGzip of(byte[] bytes, List<Hole> holes, int[] cuts, int[] checksums) {
        if (bytes.length < HEADER.length + TRAILER_BYTES) {
            throw new IllegalArgumentException("No page is compressed to " + bytes.length + " bytes");
        }
        int[] moves = new int[checksums.length];
        int from = 0;
        for (int i = 0; i < holes.size(); i++) {
            moves[i] = Crc32.move(holes.get(i).from() - from);
            from = holes.get(i).to();
        }
        moves[holes.size()] = Crc32.move(pageLength(bytes) - from);
        return new HoledGzip(bytes, holes, cuts, checksums, moves);
    }

    static HoledGzip compress(byte[] page, List<Hole> holes) {
        return compress(page, holes, Deflater.DEFAULT_COMPRESSION);
    }

    /** @param level of compression, as {@link Deflater} names them */
    static HoledGzip compress(byte[] page, List<Hole> holes, int level) {
        int[] cuts = new int[2 * holes.size()];
        int[] checksums = new int[holes.size() + 1];
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(page.length / 3 + 64);
        compressed.writeBytes(HEADER);
        Deflater deflater = new Deflater(level, true);
        try {
            int from = 0;
            for (int i = 0; i < holes.size(); i++) {
                Hole hole = holes.get(i);
                checksums[i] = Crc32.of(page, from, hole.from());
                deflate(deflater, page, from, hole.from(), false, compressed);
                cuts[2 * i] = compressed.size();
                compressed.writeBytes(stored(Arrays.copyOfRange(page, hole.from(), hole.to())));
                cuts[2 * i + 1] = compressed.size();
                from = hole.to();
            }
            checksums[holes.size()] = Crc32.of(page, from, page.length);
            deflate(deflater, page, from, page.length, true, compressed);
        } finally {
            deflater.end();
        }
        compressed.writeBytes(trailer(Crc32.of(page, 0, page.length), page.length));
        return of(compressed.toByteArray(), List.copyOf(holes), cuts, checksums);
    }

    /** The compressed page with something else in its holes. */
    byte[] filled(Function<String, byte[]> filling) {
        byte[][] fillings =
                holes.stream().map(hole -> filling.apply(hole.name())).toArray(byte[][]::new);
        ByteArrayOutputStream filled = new ByteArrayOutputStream(bytes.length + length(fillings) + 16);
        int checksum = 0;
        int length = 0;
        int from = 0;
        int fromInPage = 0;
        for (int i = 0; i < fillings.length; i++) {
            byte[] content = fillings[i];
            filled.write(bytes, from, cuts[2 * i] - from);
            filled.writeBytes(stored(content));
            int around = holes.get(i).from() - fromInPage;
            checksum = Crc32.combine(checksum, checksums[i], moves[i]);
            checksum = Crc32.combine(checksum, Crc32.of(content, 0, content.length), Crc32.move(content.length));
            length += around + content.length;
            from = cuts[2 * i + 1];
            fromInPage = holes.get(i).to();
        }
        int last = pageLength(bytes) - fromInPage;
        filled.write(bytes, from, bytes.length - TRAILER_BYTES - from);
        int whole = Crc32.combine(checksum, checksums[fillings.length], moves[fillings.length]);
        filled.writeBytes(trailer(whole, length + last));
        return filled.toByteArray();
    }

    /** The page itself with something else in its holes. */
    byte[] filled(byte[] page, Function<String, byte[]> filling) {
        ByteArrayOutputStream filled = new ByteArrayOutputStream(page.length + 256);
        int from = 0;
        for (Hole hole : holes) {
            filled.write(page, from, hole.from() - from);
            filled.writeBytes(filling.apply(hole.name()));
            from = hole.to();
        }
        filled.write(page, from, page.length - from);
        return filled.toByteArray();
    }

    private static int pageLength(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - Integer.BYTES);
    }

    private static int length(byte[][] parts) {
        return Arrays.stream(parts).mapToInt(part -> part.length).sum();
    }

    private static void deflate(
            Deflater deflater, byte[] page, int from, int to, boolean last, ByteArrayOutputStream compressed) {
        byte[] buffer = new byte[8192];
        deflater.reset();
        deflater.setInput(page, from, to - from);
        if (last) {
            deflater.finish();
        }
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
            compressed.write(buffer, 0, length);
        } while (length == buffer.length);
    }

    private static byte[] stored(byte[] content) {
        if (content.length > LONGEST_STORED) {
            throw new IllegalArgumentException("A hole takes " + LONGEST_STORED + " bytes, not " + content.length);
        }
        return ByteBuffer.allocate(STORED_HEADER_BYTES + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0)
                .putShort((short) content.length)
                .putShort((short) ~content.length)
                .put(content)
                .array();
    }

    private static byte[] trailer(int checksum, int length) {
        return ByteBuffer.allocate(TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(checksum)
                .putInt(length)
                .array();
    }
}
