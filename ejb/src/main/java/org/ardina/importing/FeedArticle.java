package org.ardina.importing;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ardina.article.BodyFormat;
import org.jspecify.annotations.Nullable;

/** Makes an article of one entry of an RSS or Atom feed. */
final class FeedArticle {

    /** RSS 2.0 wants a mail address, behind which writers put the name. */
    private static final Pattern MAIL_AND_NAME = Pattern.compile("^\\S+@\\S+\\s+\\(([^)]+)\\)$");

    private static final Set<String> PLAIN = Set.of("text", "text/plain");

    private FeedArticle() {}

    /**
     * @param key no other entry of the feed has it
     * @param number of the entry in its feed, from 1
     * @param note what holds for the whole feed
     */
    static SourceItem of(SyndEntry entry, String key, int number, @Nullable String language, @Nullable String note) {
        SourceArticleBuilder article = new SourceArticleBuilder("entry " + number).headline(text(entry.getTitleEx()));
        SyndContent description = entry.getDescription();
        SyndContent content = entry.getContents().stream()
                .filter(candidate -> !text(candidate).isBlank())
                .min(Comparator.comparing(candidate -> isPlain(candidate)))
                .orElse(null);
        SyndContent body = content == null ? description : content;
        if (body != null) {
            article.body(isPlain(body) ? BodyFormat.TEXT : BodyFormat.HTML, text(body));
        }
        if (content != null) {
            article.standfirst(text(description));
        }
        String address = entry.getLink() == null ? "" : entry.getLink();
        article.key(key).url(WebAddress.absolute(address)).language(language).picture(picture(entry));
        addAuthors(entry, article);
        entry.getCategories()
                .forEach(category -> article.section(category.getName() == null ? "" : category.getName()));
        setDates(entry, article);
        if (note != null) {
            article.note(note);
        }
        return article.headlineFromBody().build();
    }

    private static void setDates(SyndEntry entry, SourceArticleBuilder article) {
        Instant published = instant(entry.getPublishedDate());
        Instant updated = instant(entry.getUpdatedDate());
        article.publishedAt(published == null ? updated : published).updatedAt(updated);
        if (published == null && updated == null) {
            article.note("has no date, or none that can be read");
        }
    }

    private static void addAuthors(SyndEntry entry, SourceArticleBuilder article) {
        Stream<String> names = entry.getAuthors().stream().map(SyndPerson::getName);
        Stream<String> name = entry.getAuthors().isEmpty() ? Stream.ofNullable(entry.getAuthor()) : names;
        name.flatMap(Stream::ofNullable).forEach(author -> {
            Matcher mail = MAIL_AND_NAME.matcher(author.strip());
            article.author(null, mail.matches() ? mail.group(1) : author);
        });
    }

    private static @Nullable String picture(SyndEntry entry) {
        return entry.getEnclosures().stream()
                .filter(enclosure -> enclosure.getType() != null
                        && enclosure.getType().toLowerCase(Locale.ROOT).startsWith("image/"))
                .map(SyndEnclosure::getUrl)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private static boolean isPlain(SyndContent content) {
        String type = content.getType();
        return type != null && PLAIN.contains(type.toLowerCase(Locale.ROOT));
    }

    private static String text(@Nullable SyndContent content) {
        return content == null || content.getValue() == null ? "" : content.getValue();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : SourceDates.sane(date.toInstant());
    }
}
