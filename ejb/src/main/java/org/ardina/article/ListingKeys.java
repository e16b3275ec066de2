package org.ardina.article;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which an article is found in the newsroom's table: one index over them, in the order of the table, serves
 * every filter. A key is a word of the headline, the topic, an author or the state, or a state together with one of the
 * latter, as most articles have the same state.
 */
final class ListingKeys {

    /** The field with the keys. */
    static final String KEYS = "listed";

    /** The field with the time by which the table is sorted. */
    static final String AT = "listedAt";

    /** What every article has. */
    static final String ALL = "*";

    /** Later words of a headline are not found. */
    static final int MOST_WORDS = 24;

    private static final int LONGEST_WORD = 40;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** A word; where there are no spaces between words, a character. */
    private static final Pattern WORDS = Pattern.compile("\\p{IsIdeographic}|[\\p{L}\\p{N}&&[^\\p{IsIdeographic}]]+");

    private ListingKeys() {}

    /** What a text of an article is found by. */
    record Described(String headline, @Nullable String topic, List<String> authors) {

        static Described of(Content content) {
            return new Described(
                    content.headline(),
                    content.topic() == null ? null : content.topic().value(),
                    content.authors().stream()
                            .map(author -> author.username().value())
                            .toList());
        }
    }

    /** The keys of an article with these texts: its own, and that of its revision. */
    static List<String> of(ArticleState state, Collection<Described> texts) {
        Set<String> keys = new LinkedHashSet<>(List.of(ALL, state(state)));
        for (Described text : texts) {
            if (text.topic() != null) {
                keys.add(topic(text.topic()));
                keys.add(topic(state, text.topic()));
            }
            for (String author : text.authors()) {
                keys.add(author(author));
                keys.add(author(state, author));
            }
            words(text.headline()).forEach(word -> keys.add(word(word)));
        }
        return List.copyOf(keys);
    }

    /** The keys that an article must have to be listed. */
    static List<String> of(ArticleFilter filter) {
        List<String> keys = new ArrayList<>();
        words(filter.words()).forEach(word -> keys.add(word(word)));
        ArticleState state = filter.state();
        Slug author = filter.author();
        Slug topic = filter.topic();
        if (author != null) {
            keys.add(state == null ? author(author.value()) : author(state, author.value()));
        }
        if (topic != null) {
            keys.add(state == null ? topic(topic.value()) : topic(state, topic.value()));
        }
        if (state != null && author == null && topic == null) {
            keys.add(state(state));
        }
        return keys.isEmpty() ? List.of(ALL) : keys;
    }

    /** The time by which the table is sorted: that of publication, else of the last writing. */
    static Instant at(@Nullable Instant publishedAt, Instant updatedAt) {
        return publishedAt == null ? updatedAt : publishedAt;
    }

    private static Set<String> words(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORDS.matcher(folded);
        while (words.size() < MOST_WORDS && matcher.find()) {
            String word = matcher.group();
            words.add(word.substring(0, Math.min(word.length(), LONGEST_WORD)));
        }
        return words;
    }

    private static String word(String word) {
        return "w " + word;
    }

    private static String state(ArticleState state) {
        return "s " + state;
    }

    private static String topic(String topic) {
        return "t " + topic;
    }

    private static String topic(ArticleState state, String topic) {
        return "st " + state + ' ' + topic;
    }

    private static String author(String author) {
        return "a " + author;
    }

    private static String author(ArticleState state, String author) {
        return "sa " + state + ' ' + author;
    }
}
