package org.ardina.cache;

/**
 * The bytes of a page in one encoding.
 *
 * @param entityTag strong, with its quotation marks
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; shared by all who read the page, and never written to.
public record Variant(Encoding encoding, byte[] bytes, String entityTag) {

    Variant(byte[] bytes, Encoding encoding, String hash) {
        this(encoding, bytes, '"' + hash + encoding.suffix() + '"');
    }
}
