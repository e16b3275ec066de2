package org.ardina.importing;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a feed's entries: their GUID or address. Where several entries share one, as those do that all lead to the
 * front page, the text tells them apart.
 */
final class FeedKeys {

    private final Map<String, Integer> uses = new HashMap<>();

    FeedKeys(List<SyndEntry> entries) {
        entries.forEach(entry -> uses.merge(address(entry), 1, Integer::sum));
    }

    String of(SyndEntry entry) {
        String address = address(entry);
        Date date = entry.getPublishedDate();
        boolean unique = !address.isEmpty() && uses.getOrDefault(address, 0) == 1;
        return unique
                ? address
                : SourceKey.of(
                        address,
                        entry.getTitle(),
                        text(entry.getDescription()),
                        date == null ? "" : date.toInstant().toString());
    }

    private static String address(SyndEntry entry) {
        return Stream.concat(Stream.ofNullable(entry.getUri()), Stream.ofNullable(entry.getLink()))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static @Nullable String text(@Nullable SyndContent content) {
        return content == null ? null : content.getValue();
    }
}
