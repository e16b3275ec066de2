package org.ardina.importing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.ardina.article.ArticleState;
import org.ardina.article.BodyFormat;
import org.ardina.article.Content;
import org.ardina.importing.UnusableItem.Outcome;
import org.ardina.importing.markup.PlainText;
import org.jspecify.annotations.Nullable;

/** Collects what a format reads of one item and applies the rules for text that all formats share. */
final class SourceArticleBuilder {

    /** In characters. */
    static final int LONGEST_BODY = 16 * 1024 * 1024;

    private static final int LONGEST_SUBSTITUTE_HEADLINE = 80;
    private static final int LONGEST_BODY_TO_LOOK_INTO = 2000;
    private static final int LONGEST_KEY = 500;

    private final String place;
    private final List<String> sections = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<SourceAuthor> authors = new ArrayList<>();
    private final List<SourceComment> comments = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String key = "";
    private String headline = "";
    private String standfirst = "";
    private BodyFormat format = BodyFormat.HTML;
    private String body = "";
    private boolean mayLackBody;
    private ArticleState state = ArticleState.APPROVED;
    private @Nullable String language;
    private @Nullable String slug;
    private @Nullable URI url;
    private @Nullable URI picture;
    private @Nullable Instant publishedAt;
    private @Nullable Instant updatedAt;

    /** @param place what a person finds the item by when it has no headline, for example its line */
    SourceArticleBuilder(String place) {
        this.place = place;
    }

    /** A long key is replaced by its hash. */
    SourceArticleBuilder key(String value) {
        key = value.length() > LONGEST_KEY ? SourceKey.of(value) : value;
        return this;
    }

    /** @param markup plain text or HTML */
    SourceArticleBuilder headline(String markup) {
        headline = PlainText.line(markup);
        return this;
    }

    /** @param markup plain text or HTML */
    SourceArticleBuilder standfirst(String markup) {
        standfirst = PlainText.line(markup);
        return this;
    }

    SourceArticleBuilder body(BodyFormat bodyFormat, String text) {
        format = bodyFormat;
        body = PlainText.legal(text);
        return this;
    }

    SourceArticleBuilder section(String name) {
        return addName(sections, name);
    }

    SourceArticleBuilder tag(String name) {
        return addName(tags, name);
    }

    SourceArticleBuilder author(@Nullable String username, String name) {
        String login = username == null || username.isBlank() ? null : PlainText.line(username);
        String line = PlainText.line(name);
        SourceAuthor author = new SourceAuthor(login, line.isEmpty() && login != null ? login : line);
        if (!author.name().isEmpty() && !authors.contains(author)) {
            authors.add(author);
        }
        return this;
    }

    /** Takes a BCP 47 tag, also with underscores; anything else is noted and dropped. */
    SourceArticleBuilder language(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return this;
        }
        try {
            language = new Locale.Builder()
                    .setLanguageTag(tag.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException unknown) {
            note("the language “" + PlainText.cut(PlainText.line(tag), 40) + "” is not known");
        }
        return this;
    }

    SourceArticleBuilder slug(@Nullable String proposal) {
        slug = proposal == null || proposal.isBlank() ? null : PlainText.legal(proposal.strip());
        return this;
    }

    SourceArticleBuilder url(@Nullable URI address) {
        url = address;
        return this;
    }

    /** Takes an address that is absolute or becomes so from the article's own; anything else is noted and dropped. */
    SourceArticleBuilder picture(@Nullable String address) {
        if (address != null && !address.isBlank()) {
            picture = WebAddress.resolve(address, url);
            if (picture == null) {
                note("the picture “" + PlainText.cut(PlainText.line(address), 100)
                        + "” was left out: its address is not absolute");
            }
        }
        return this;
    }

    SourceArticleBuilder state(ArticleState value) {
        state = value;
        return this;
    }

    SourceArticleBuilder publishedAt(@Nullable Instant value) {
        publishedAt = value;
        return this;
    }

    SourceArticleBuilder updatedAt(@Nullable Instant value) {
        updatedAt = value;
        return this;
    }

    SourceArticleBuilder comment(SourceComment comment) {
        comments.add(comment);
        return this;
    }

    SourceArticleBuilder note(String note) {
        notes.add(note);
        return this;
    }

    /** Where there is no headline, takes the first words of the body. */
    SourceArticleBuilder headlineFromBody() {
        if (headline.isEmpty()) {
            headline = PlainText.cut(PlainText.line(body), LONGEST_SUBSTITUTE_HEADLINE);
            note("has no headline; its first words stand in");
        }
        return this;
    }

    /** Takes the article even when there is nothing but its headline: its address was public. */
    SourceArticleBuilder mayLackBody() {
        mayLackBody = true;
        return this;
    }

    /** The article, or why there is none. */
    SourceItem build() {
        if (body.isBlank() || isEmptyMarkup()) {
            if (!mayLackBody || headline.isEmpty()) {
                return skipped("has no body");
            }
            note("has no body");
            body = "";
        }
        if (headline.isEmpty()) {
            return failed("has no headline");
        }
        if (body.length() > LONGEST_BODY) {
            return failed("its body has more than " + LONGEST_BODY + " characters");
        }
        if (body.indexOf('\ufffd') >= 0 || headline.indexOf('\ufffd') >= 0) {
            note("holds characters that could not be decoded");
        }
        return new SourceArticle(
                key,
                item(),
                cut(headline, Content.MAXIMUM_HEADLINE, "headline"),
                cut(standfirst, Content.MAXIMUM_STANDFIRST, "standfirst"),
                format,
                body,
                sections,
                tags,
                authors,
                language,
                slug,
                url,
                picture,
                state,
                publishedAt,
                updatedAt,
                comments,
                notes);
    }

    UnusableItem skipped(String reason) {
        return new UnusableItem(item(), Outcome.SKIPPED, reason);
    }

    UnusableItem failed(String reason) {
        return new UnusableItem(item(), Outcome.FAILED, reason);
    }

    private String item() {
        return headline.isEmpty() ? place : PlainText.cut(headline, Content.MAXIMUM_HEADLINE);
    }

    private boolean isEmptyMarkup() {
        return format == BodyFormat.HTML && body.length() < LONGEST_BODY_TO_LOOK_INTO && !PlainText.isVisible(body);
    }

    private String cut(String text, int maximum, String what) {
        if (text.length() > maximum) {
            note("the " + what + " was cut to " + maximum + " characters");
        }
        return PlainText.cut(text, maximum);
    }

    private SourceArticleBuilder addName(List<String> names, String name) {
        String line = PlainText.line(name);
        if (!line.isEmpty() && !names.contains(line)) {
            names.add(line);
        }
        return this;
    }
}
