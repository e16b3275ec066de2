package org.ardina.newsroom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ardina.account.Account;
import org.ardina.account.People;
import org.ardina.account.Role;
import org.ardina.article.Author;
import org.ardina.article.Body;
import org.ardina.article.BodyRendering;
import org.ardina.article.Content;
import org.ardina.article.Correction;
import org.ardina.article.Picture;
import org.ardina.article.Slug;
import org.ardina.problem.InvalidInputException;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Makes content of what a writer hands in, or says what is wrong with it. */
@ApplicationScoped
class ContentRules {

    static final int MOST_TAGS = 20;
    static final int LONGEST_TAG = 60;
    static final int MOST_AUTHORS = 20;
    static final int LONGEST_CAPTION = 1000;

    private static final Slug NAMELESS = new Slug("writer");

    @Inject
    private Topics topics;

    @Inject
    private People people;

    /** The content, and the accounts of those in its byline. */
    record Checked(Content content, List<String> writers) {}

    /**
     * The content of a text.
     *
     * @param before what it is to take the place of, absent for a new article
     * @param writer whoever writes a new article
     */
    Checked check(ArticleText text, @Nullable Content before, Account writer) {
        String headline = PlainText.line(text.headline(), Content.MAXIMUM_HEADLINE, "headline-too-long", "A headline");
        if (headline.isEmpty()) {
            throw new InvalidInputException("headline-missing", "An article needs a headline.");
        }
        String standfirst = text.standfirst() == null
                ? before == null ? "" : before.standfirst()
                : PlainText.line(text.standfirst(), Content.MAXIMUM_STANDFIRST, "standfirst-too-long", "A standfirst");
        Byline byline = byline(text, before, writer);
        Content content = new Content(
                headline,
                standfirst,
                body(text),
                topic(text, before),
                text.tags() == null ? before == null ? List.of() : before.tags() : tags(text.tags()),
                byline.authors(),
                language(text, before),
                picture(text, before));
        return new Checked(content, byline.accounts());
    }

    /** The address that a text asks for. */
    static @Nullable Slug slug(ArticleText text) {
        if (text.slug() == null || text.slug().isBlank()) {
            return null;
        }
        if (!Slug.isValid(text.slug())) {
            throw new InvalidInputException(
                    "invalid-slug",
                    "The address of an article has lower-case letters and digits in words joined by hyphens, at most "
                            + Slug.MAXIMUM_LENGTH + ".");
        }
        return new Slug(text.slug());
    }

    static @Nullable String correction(ArticleText text) {
        if (text.correction() == null || text.correction().isBlank()) {
            return null;
        }
        return PlainText.line(text.correction(), Correction.MAXIMUM_LENGTH, "correction-too-long", "A correction");
    }

    /** The name under which an account stands in bylines, and in the address of its page. */
    static Author author(Account account) {
        String username = account.username();
        Slug slug = Slug.isValid(username)
                ? new Slug(username)
                // Not every username can stand in an address; what is left of it may be another's name.
                : Slug.of(username, "", NAMELESS)
                        .suffixed(
                                account.id().substring(Math.max(0, account.id().length() - 6)));
        return new Author(slug, account.displayName());
    }

    private static Body body(ArticleText text) {
        if (text.body().length() > BodyRendering.MAXIMUM_LENGTH) {
            throw new InvalidInputException(
                    "body-too-long",
                    "A body has at most " + BodyRendering.MAXIMUM_LENGTH + " characters; this has "
                            + text.body().length() + ".");
        }
        return BodyRendering.render(text.format(), PlainText.wellFormed(text.body()));
    }

    private @Nullable Slug topic(ArticleText text, @Nullable Content before) {
        @Nullable String wished = text.topic();
        if (wished == null) {
            return before == null ? null : before.topic();
        }
        if (wished.isBlank()) {
            return null;
        }
        return Optional.of(wished)
                .filter(Slug::isValid)
                .flatMap(slug -> topics.findCurrent(new Slug(slug)))
                .orElseThrow(() ->
                        new InvalidInputException("unknown-topic", "There is no such topic; GET /topics lists them."))
                .slug();
    }

    private static List<String> tags(List<String> wished) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : wished) {
            String line = PlainText.line(tag, LONGEST_TAG, "tag-too-long", "A tag");
            if (!line.isEmpty()) {
                tags.putIfAbsent(line.toLowerCase(Locale.ROOT), line);
            }
        }
        if (tags.size() > MOST_TAGS) {
            throw new InvalidInputException("too-many-tags", "An article has at most " + MOST_TAGS + " tags.");
        }
        return List.copyOf(tags.values());
    }

    /** @param accounts of the authors who have one */
    private record Byline(List<Author> authors, List<String> accounts) {}

    private Byline byline(ArticleText text, @Nullable Content before, Account writer) {
        if (text.authors() == null) {
            return before == null
                    ? new Byline(List.of(author(writer)), List.of(writer.id()))
                    : new Byline(before.authors(), List.of());
        }
        if (text.authors().isEmpty()) {
            throw new InvalidInputException("authors-missing", "A byline names at least one author.");
        }
        if (text.authors().size() > MOST_AUTHORS) {
            throw new InvalidInputException("too-many-authors", "A byline names at most " + MOST_AUTHORS + " authors.");
        }
        Map<Slug, Author> authors = new LinkedHashMap<>();
        List<String> accounts = new ArrayList<>();
        for (String name : text.authors()) {
            Optional<Author> kept = before == null
                    ? Optional.empty()
                    : before.authors().stream()
                            .filter(author -> author.username().value().equals(name))
                            .findFirst();
            Optional<Account> account = people.named(name).filter(ContentRules::mayWrite);
            if (kept.isEmpty() && account.isEmpty()) {
                throw new InvalidInputException(
                        "unknown-author", "No writer has the username “" + PlainText.line(name) + "”.");
            }
            Author author = kept.orElseGet(() -> author(account.orElseThrow()));
            authors.put(author.username(), author);
            account.map(Account::id).ifPresent(accounts::add);
        }
        return new Byline(List.copyOf(authors.values()), accounts);
    }

    private static boolean mayWrite(Account account) {
        return Role.included(account.role()).contains(Role.WRITER);
    }

    private static String language(ArticleText text, @Nullable Content before) {
        if (text.language() == null || text.language().isBlank()) {
            return before == null ? "en" : before.language();
        }
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(text.language().strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
            if (!tag.equals("und") && tag.length() <= 35) {
                return tag;
            }
        } catch (IllformedLocaleException unknown) {
            // Said below.
        }
        throw new InvalidInputException("invalid-language", "A language is a BCP 47 tag, such as en or pt-BR.");
    }

    private static @Nullable Picture picture(ArticleText text, @Nullable Content before) {
        @Nullable Picture picture = text.picture();
        if (picture == null) {
            return before == null ? null : before.picture();
        }
        URI source = picture.source();
        if (source.toString().isEmpty()) {
            return null;
        }
        String scheme = source.getScheme();
        boolean elsewhere = ("https".equals(scheme) || "http".equals(scheme)) && source.getHost() != null;
        boolean here = scheme == null
                && source.getRawAuthority() == null
                && source.toString().startsWith("/");
        if ((!elsewhere && !here) || source.toString().length() > 2000) {
            throw new InvalidInputException(
                    "invalid-picture",
                    "A picture has an address that begins with https:// or http://, or a path here.");
        }
        return new Picture(
                source,
                PlainText.line(picture.alternative(), LONGEST_CAPTION, "alternative-too-long", "An alternative text"),
                caption(picture.caption()),
                caption(picture.credit()));
    }

    private static @Nullable String caption(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return PlainText.line(text, LONGEST_CAPTION, "caption-too-long", "A caption");
    }
}
