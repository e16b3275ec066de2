package org.ardina.importing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of the web as sources write them. */
final class WebAddress {

    private static final int LONGEST = 2048;

    private WebAddress() {}

    /** The text as an absolute http or https address, null when it is none. */
    static @Nullable URI absolute(String text) {
        return web(parse(text));
    }

    /** The text as an absolute address, seen from the page that holds it where it is relative; null when it stays so. */
    static @Nullable URI resolve(String text, @Nullable URI page) {
        URI address = parse(text);
        if (address == null || address.isAbsolute() || page == null) {
            return web(address);
        }
        return web(page.resolve(address));
    }

    private static @Nullable URI parse(String text) {
        String trimmed = text.strip().replace(" ", "%20");
        if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
            return null;
        }
        try {
            return new URI(trimmed);
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    private static @Nullable URI web(@Nullable URI address) {
        if (address == null || address.getScheme() == null || address.getHost() == null) {
            return null;
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? address : null;
    }
}
