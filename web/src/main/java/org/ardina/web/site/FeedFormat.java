package org.ardina.web.site;

import java.util.Optional;
import java.util.stream.Stream;

/** A format of feeds. */
enum FeedFormat {
    /** <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>. */
    RSS("feed.rss", "application/rss+xml"),
    /** <a href="https://www.rfc-editor.org/rfc/rfc4287">Atom</a>. */
    ATOM("feed.atom", "application/atom+xml"),
    /** <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed</a>. */
    JSON("feed.json", "application/feed+json");

    private final String file;
    private final String mediaType;

    FeedFormat(String file, String mediaType) {
        this.file = file;
        this.mediaType = mediaType;
    }

    static Optional<FeedFormat> ofFile(String file) {
        return Stream.of(values()).filter(format -> format.file.equals(file)).findFirst();
    }

    /** Whether answers of that type are feeds. */
    static boolean isContentType(String type) {
        return Stream.of(values()).anyMatch(format -> type.startsWith(format.mediaType));
    }

    /** The last part of its addresses. */
    String file() {
        return file;
    }

    String mediaType() {
        return mediaType;
    }

    String contentType() {
        return this == JSON ? mediaType : mediaType + "; charset=utf-8";
    }
}
