package org.ardina.cache;

/** A content coding (RFC 9110, 8.4.1) in which the bytes of a page are kept. */
public enum Encoding {
    IDENTITY("identity", ""),
    GZIP("gzip", "-gz"),
    /** RFC 7932. */
    BROTLI("br", "-br");

    private final String token;
    private final String suffix;

    Encoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** Its registered name. */
    public String token() {
        return token;
    }

    /** What tells the entity tag of bytes in this coding from that of the same page in another (RFC 9110, 8.8.3.3). */
    String suffix() {
        return suffix;
    }
}
