package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a file that was read to its end, or to where it could not be read further.
 *
 * @param refusal the message of the source exception, if there was one
 */
record Reading(List<SourceItem> items, @Nullable String refusal) {

    static Reading of(SourceFile file, @Nullable String format) throws IOException {
        List<SourceItem> items = new ArrayList<>();
        try (ArticleSource source = SourceFormats.open(file, format)) {
            SourceItem item = source.next();
            while (item != null) {
                items.add(item);
                item = source.next();
            }
        } catch (SourceException refused) {
            return new Reading(items, Objects.requireNonNull(refused.getMessage()));
        }
        return new Reading(items, null);
    }

    static Reading of(byte[] content) throws IOException {
        return of(() -> new ByteArrayInputStream(content), null);
    }

    static Reading of(String content) throws IOException {
        return of(content.getBytes(UTF_8));
    }

    static Reading ofResource(String name) throws IOException {
        return of(resource(name));
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Reading.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    static Reading of(Path path) throws IOException {
        return of(() -> Files.newInputStream(path), null);
    }

    List<SourceArticle> articles() {
        return items.stream()
                .filter(SourceArticle.class::isInstance)
                .map(SourceArticle.class::cast)
                .toList();
    }

    List<UnusableItem> unusable() {
        return items.stream()
                .filter(UnusableItem.class::isInstance)
                .map(UnusableItem.class::cast)
                .toList();
    }

    SourceArticle onlyArticle() {
        if (items.size() == 1 && items.get(0) instanceof SourceArticle article) {
            return article;
        }
        throw new AssertionError("not one article: " + this);
    }

    String onlyReason() {
        if (items.size() == 1 && items.get(0) instanceof UnusableItem item) {
            return item.reason();
        }
        throw new AssertionError("not one unusable item: " + this);
    }
}
