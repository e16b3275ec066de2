package org.ardina.cache;

import java.util.zip.CRC32;

/** Checksums as gzip has them (RFC 1952, 8), of bytes and of what is put together from parts. */
final class Crc32 {

    /** The polynomial of the checksum with its bits in reverse. */
    private static final int POLYNOMIAL = 0xedb88320;

    private static final int ONE = 1 << 31;

    /** x to the powers of 8, 16, 32 and so on: moving by one byte, by two, by four. */
    private static final int[] MOVES = moves();

    private Crc32() {}

    static int of(byte[] bytes, int from, int to) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, from, to - from);
        return (int) checksum.getValue();
    }

    /**
     * The checksum of two parts in a row, without looking at them: that of the first is moved by the length of the second,
     * which is a product of polynomials, as in zlib's {@code crc32_combine_op}.
     *
     * @param move by the length of the second, see {@link #move}
     */
    static int combine(int first, int second, int move) {
        return multiply(move, first) ^ second;
    }

    /** By what a checksum is multiplied when so many bytes follow. */
    static int move(int bytes) {
        int result = ONE;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((bytes >>> bit & 1) != 0) {
                result = multiply(MOVES[bit], result);
            }
        }
        return result;
    }

    private static int[] moves() {
        int[] moves = new int[Integer.SIZE];
        moves[0] = 1 << (31 - 8);
        for (int bit = 1; bit < moves.length; bit++) {
            moves[bit] = multiply(moves[bit - 1], moves[bit - 1]);
        }
        return moves;
    }

    /** The product modulo the polynomial. */
    private static int multiply(int a, int b) {
        int product = 0;
        int multiple = b;
        for (int bits = a; bits != 0; bits <<= 1) {
            if (bits < 0) {
                product ^= multiple;
            }
            multiple = (multiple & 1) == 0 ? multiple >>> 1 : (multiple >>> 1) ^ POLYNOMIAL;
        }
        return product;
    }
}
