package org.ardina.web.site;

import gg.jte.Content;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ardina.article.Article;
import org.ardina.article.Slug;
import org.ardina.popularity.Period;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/** What surrounds the content of every page: language, addresses and navigation. The templates ask it for both. */
public final class Frame {

    private static final Duration UNNOTICED_CHANGES = Duration.ofMinutes(1);
    private static final int TOPICS_IN_NAVIGATION = 8;
    private static final int LONG_HEADLINE = 90;
    private static final int VERY_LONG_HEADLINE = 160;
    private static final int EXCERPT = 200;
    private static final int MAXIMUM_DESCRIPTION = 300;

    private final URI site;
    private final InterfaceLanguage language;
    private final Texts texts;
    private final Map<Slug, Topic> topics = new HashMap<>();
    private final List<Topic> navigation = new ArrayList<>(TOPICS_IN_NAVIGATION);
    private final Head head;
    private final @Nullable Slug current;
    private final @Nullable String reader;

    Frame(
            URI site,
            InterfaceLanguage language,
            List<Topic> topics,
            @Nullable Slug current,
            Head head,
            @Nullable String reader) {
        this.site = site;
        this.language = language;
        this.texts = Texts.of(language);
        this.current = current;
        this.head = head;
        this.reader = reader;
        for (Topic topic : topics) {
            this.topics.put(topic.slug(), topic);
            if (topic.articles() > 0 && navigation.size() < TOPICS_IN_NAVIGATION) {
                navigation.add(topic);
            }
        }
    }

    public String text(String key) {
        return texts.text(key);
    }

    public String text(String key, Object argument) {
        return texts.text(key, argument);
    }

    /** A text that depends on a number: the key ends in {@code .one} or {@code .other}. */
    public String count(String key, long number) {
        return texts.count(key, number);
    }

    public InterfaceLanguage language() {
        return language;
    }

    /** The address of this page in the other language, absent on a page without an address of its own. */
    public @Nullable String otherLanguagePath() {
        String path = head.path();
        return path == null
                ? null
                : path + (path.contains("?") ? '&' : '?') + "lang="
                        + language.other().tag();
    }

    public String title() {
        return head.title().isEmpty() ? texts.text("site.title") : texts.text("page.title", head.title());
    }

    /** The title without the paper's name. */
    public String heading() {
        return head.title();
    }

    /** The title for those who share the page, without the paper's name unless it is the front page. */
    public String sharedTitle() {
        return head.title().isEmpty() ? texts.text("site.title") : head.title();
    }

    public String description() {
        String description = head.description().isBlank() ? texts.text("site.description") : head.description();
        if (description.length() <= MAXIMUM_DESCRIPTION) {
            return description;
        }
        int end = description.lastIndexOf(' ', MAXIMUM_DESCRIPTION);
        return description.substring(0, end > 0 ? end : MAXIMUM_DESCRIPTION) + '…';
    }

    /** The name of whoever is logged in; absent on a page for everybody. */
    public @Nullable String reader() {
        return reader;
    }

    /** A part of the page that differs by reader, with what stands there for those who are not logged in. */
    public Content hole(String name, Content everybody) {
        return PageOutput.hole(name, everybody);
    }

    /** The text with that key, or another where there is none. */
    public String textOr(String key, String otherwise) {
        return texts.has(key) ? texts.text(key) : otherwise;
    }

    /** The full address of this page, absent when it is not to be indexed. */
    public @Nullable String canonical() {
        String path = head.path();
        return path == null || !head.indexed() ? null : absolute(path);
    }

    /**
     * The language of what is at this address, of an article; other pages are in that of each reader.
     *
     * @see <a href="https://developers.google.com/search/docs/specialty/international/localized-versions">Google</a>
     */
    public String hreflang() {
        String language = head.articleLanguage();
        String tag = language == null ? "und" : Locale.forLanguageTag(language).toLanguageTag();
        return tag.equals("und") ? "x-default" : tag;
    }

    /** The path before those of the page's own feeds, absent where there are only those of the site. */
    public @Nullable String feeds() {
        return head.feeds();
    }

    public @Nullable String next() {
        return head.next();
    }

    public String openGraphType() {
        return head.articleLanguage() == null ? "website" : "article";
    }

    /** The language of the interface as Open Graph writes it, as {@code pt_PT}. */
    public String openGraphLocale() {
        return language.locale().toString();
    }

    /** The full address of the picture that stands for this page when it is shared. */
    public String sharedPicture() {
        return head.picture() == null
                ? absolute(asset("card.png"))
                : site.resolve(head.picture()).toString();
    }

    String absolute(String path) {
        return site.resolve(path).toString();
    }

    public String asset(String name) {
        return Assets.path(name);
    }

    /** The topics that the navigation shows: the first few with something to read. */
    public List<Topic> navigation() {
        return navigation;
    }

    public boolean isCurrent(Topic topic) {
        return topic.slug().equals(current);
    }

    public @Nullable Topic topic(@Nullable Slug slug) {
        return slug == null ? null : topics.get(slug);
    }

    /** The topic with that slug, absent where there is none. */
    public @Nullable Topic topic(String slug) {
        return Slug.isValid(slug) ? topics.get(new Slug(slug)) : null;
    }

    /** The value of an attribute {@code lang}, absent when the text is in the page's own language. */
    public @Nullable String lang(String tag) {
        if (tag.equalsIgnoreCase(language.tag())) {
            return null;
        }
        String valid = Locale.forLanguageTag(tag).toLanguageTag();
        return valid.equals("und") ? null : valid;
    }

    /** The value of an attribute {@code dir} that goes with {@link #lang(String)}. */
    public @Nullable String dir(String tag) {
        return tag.equalsIgnoreCase(language.tag()) ? null : "auto";
    }

    /** The class of a headline by its length, so that a very long one is not set in the largest type. */
    public @Nullable String size(String headline) {
        int length = headline.length();
        return length < LONG_HEADLINE ? null : length < VERY_LONG_HEADLINE ? "long" : "very-long";
    }

    /** Whether its content changed after it was published. */
    public boolean isUpdated(Article article) {
        Instant published = article.publishedAt();
        return published != null && article.updatedAt().isAfter(published.plus(UNNOTICED_CHANGES));
    }

    /** The beginning of a text. */
    public String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + '…';
    }

    /** What a period is called. */
    public String period(Period period) {
        return switch (period) {
            case HOUR -> text("popular.hour");
            case DAY -> text("popular.day");
            case WEEK -> text("popular.week");
            case MONTH -> text("popular.month");
        };
    }

    public String day(Instant time) {
        return texts.day(time);
    }

    public String month(YearMonth month) {
        return texts.month(month);
    }

    public String weekday(Instant time) {
        return texts.weekday(time);
    }

    public String moment(Instant time) {
        return texts.moment(time);
    }

    public String shortMoment(Instant time) {
        return texts.shortMoment(time);
    }

    /** The value of an attribute {@code datetime}, to the second. */
    public String datetime(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
