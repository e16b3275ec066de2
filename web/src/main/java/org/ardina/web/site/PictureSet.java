package org.ardina.web.site;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.ardina.picture.PictureAddress;
import org.jspecify.annotations.Nullable;

/** The sizes of an uploaded picture, of which a browser loads the one that fits. */
public record PictureSet(PictureAddress address) {

    /** How wide pictures stand in the text of an article. */
    static final String IN_TEXT = "(min-width: 43rem) 40rem, 92vw";

    /** The sizes of what is at an address; absent where that is no uploaded picture, but one of another site. */
    public static @Nullable PictureSet of(String source) {
        return PictureAddress.of(source).map(PictureSet::new).orElse(null);
    }

    /** The value of an attribute {@code srcset}. */
    public String sources() {
        return sources(address::path);
    }

    /** The value of an attribute {@code srcset} for WebP; absent where there is none. */
    public @Nullable String webpSources() {
        return address.webp() ? sources(address::webpPath) : null;
    }

    private String sources(IntFunction<String> path) {
        return address.widths().stream()
                .map(width -> path.apply(width) + ' ' + width + 'w')
                .collect(Collectors.joining(", "));
    }
}
