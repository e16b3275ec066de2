package org.ardina.cache;

import java.util.zip.CRC32;

/** Checksums as gzip has them (RFC 1952, 8), of bytes and of what is put together from parts. */
final class Crc32 {

    /** The polynomial of the checksum with its bits in reverse. */
    private static final int POLYNOMIAL = 0xedb88320;

    private static final int ONE = 1 << 31;

    /** x to the power of 8: one more byte. */
    private static final int BYTE = 1 << (31 - 8);

    private Crc32() {}

    static int of(byte[] bytes, int from, int to) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, from, to - from);
        return (int) checksum.getValue();
    }

    /**
     * The checksum of two parts in a row, without looking at them: that of the first is moved by the length of the second,
     * which is a product of polynomials, as in zlib's {@code crc32_combine}.
     */
    static int combine(int first, int second, int lengthOfSecond) {
        return multiply(power(lengthOfSecond), first) ^ second;
    }

    private static int power(int bytes) {
        int result = ONE;
        int factor = BYTE;
        for (int left = bytes; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                result = multiply(factor, result);
            }
            factor = multiply(factor, factor);
        }
        return result;
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
