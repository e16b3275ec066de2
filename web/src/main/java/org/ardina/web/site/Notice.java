package org.ardina.web.site;

/** A reason why an address has nothing to read. */
public enum Notice {
    BAD_REQUEST(400, "bad-request", false),
    FORBIDDEN(403, "forbidden", false),
    NOT_FOUND(404, "not-found", false),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", false),
    GONE(410, "gone", false),
    /** A page of another site had the browser send this. */
    CROSS_SITE(403, "cross-site", false),
    TOO_LARGE(413, "too-large", false),
    TOO_MANY_REQUESTS(429, "too-many-requests", true),
    /** Not to be read in the reader's country (RFC 7725). */
    BLOCKED(451, "blocked", false),
    ERROR(500, "error", true),
    /** A store is away. */
    UNAVAILABLE(503, "unavailable", true);

    private final int status;
    private final String key;
    private final boolean passing;

    Notice(int status, String key, boolean passing) {
        this.status = status;
        this.key = key;
        this.passing = passing;
    }

    /** The HTTP status code that goes with it. */
    public int status() {
        return status;
    }

    /** Whether trying again may help. */
    public boolean passing() {
        return passing;
    }

    /** The part of its texts' keys that tells them from other notices'. */
    String key() {
        return key;
    }
}
