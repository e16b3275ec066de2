package org.ardina.web.site.account;

/** Where somebody is sent after something else: only ever within this site. */
final class OwnPath {

    private static final int LONGEST = 500;

    private OwnPath() {}

    /** The path if it leads to a page of this site, else the other one. */
    static String orElse(String path, String otherwise) {
        boolean own = path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= LONGEST
                // Browsers take a backslash for a slash, and leave out control characters.
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return own ? path : otherwise;
    }
}
