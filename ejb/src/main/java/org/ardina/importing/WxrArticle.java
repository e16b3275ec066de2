package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ardina.article.ArticleState;
import org.ardina.article.BodyFormat;
import org.ardina.importing.WxrItem.Term;
import org.ardina.importing.markup.PlainText;
import org.ardina.importing.markup.WordPressMarkup;
import org.jspecify.annotations.Nullable;

/** Makes an article of one item of a WordPress export, or says why it is none. */
final class WxrArticle {

    private final WxrItem item;
    private final SourceArticleBuilder article;
    private final Map<String, String> authors;
    private final String language;
    private final WxrMedia media;

    /**
     * @param number of the item in its file, from 1
     * @param authors display names by login
     */
    WxrArticle(WxrItem item, int number, Map<String, String> authors, String language, WxrMedia media) {
        this.item = item;
        this.authors = authors;
        this.language = language;
        this.media = media;
        this.article = new SourceArticleBuilder("item " + number).headline(item.field("title"));
    }

    SourceItem toItem() {
        String type = item.field("post_type");
        String status = item.field("status");
        if (!type.isEmpty() && !type.equals("post") && !type.equals("page")) {
            return article.skipped("is a WordPress " + PlainText.line(type) + ", not a post or page");
        }
        if (status.equals("trash") || status.equals("inherit")) {
            return article.skipped(status.equals("trash") ? "is in the trash" : "is a revision of another post");
        }
        if (item.isTooLarge()) {
            return article.failed("is larger than any article");
        }
        URI url = WebAddress.absolute(item.field("link"));
        article.key(key()).url(url).slug(slug()).language(language).standfirst(item.field("excerpt"));
        if (type.equals("page")) {
            article.note("was a page");
        }
        setState(status);
        WxrDates dates = new WxrDates(item);
        if (!dates.areReadable()) {
            return article.failed("its date cannot be read");
        }
        setDates(dates, status);
        setBody();
        setTerms();
        setAuthor();
        setPicture();
        WxrComments.add(item.comments(), article);
        if (status.equals("publish") && !type.equals("page")) {
            article.mayLackBody();
        }
        return article.headlineFromBody().build();
    }

    private String key() {
        String guid = item.field("guid");
        String id = item.field("post_id");
        if (!guid.isEmpty()) {
            // A site that was merged of others has the same GUID more than once; only the number tells them apart.
            return id.isEmpty() || guid.endsWith("=" + id) ? guid : guid + " " + id;
        }
        String link = item.field("link");
        return link.isEmpty()
                ? SourceKey.of(id, item.field("title"), item.field("post_date"), item.field("content"))
                : link;
    }

    /** WordPress percent-encodes what is not ASCII. */
    private String slug() {
        String name = item.field("post_name");
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    private void setState(String status) {
        if (!item.field("post_password").isEmpty()) {
            article.state(ArticleState.DRAFT).note("was protected by a password and became a draft");
            return;
        }
        switch (status) {
            case "publish", "future" -> article.state(ArticleState.APPROVED);
            case "pending" -> article.state(ArticleState.PENDING);
            case "private" -> article.state(ArticleState.ARCHIVED).note("was private and is archived");
            case "draft", "auto-draft" -> article.state(ArticleState.DRAFT);
            default -> article.state(ArticleState.DRAFT).note("has no status that is known and became a draft");
        }
    }

    private void setDates(WxrDates dates, String status) {
        boolean unpublished = status.equals("draft") || status.equals("auto-draft") || status.equals("pending");
        Instant published = unpublished ? null : dates.published();
        article.publishedAt(published).updatedAt(dates.updated());
        if (published != null && dates.isZoneUnknown()) {
            article.note("its date has no time zone; UTC was taken");
        }
    }

    private void setBody() {
        List<String> uploads = media.ofPost(item.field("post_id"));
        WordPressMarkup.Converted converted = WordPressMarkup.convert(
                item.field("content"),
                ids -> ids.isEmpty()
                        ? uploads
                        : ids.stream()
                                .map(media::address)
                                .flatMap(Stream::ofNullable)
                                .toList());
        article.body(BodyFormat.HTML, converted.html());
        converted.notes().forEach(article::note);
    }

    private void setTerms() {
        boolean named = item.terms().stream().anyMatch(term -> term.domain().equals("category"));
        for (Term term : item.terms()) {
            switch (term.domain()) {
                case "category" -> article.section(term.name());
                case "post_tag", "tag" -> article.tag(term.name());
                // WXR 1.0 writes every term a second time without its taxonomy.
                case "" -> article.section(named ? "" : term.name());
                default -> {}
            }
        }
    }

    private void setAuthor() {
        String creator = item.field("creator");
        String login = creator.isEmpty() ? item.field("author") : creator;
        if (!login.isEmpty()) {
            article.author(login, authors.getOrDefault(login, ""));
        }
    }

    private void setPicture() {
        @Nullable String id = item.featuredPicture();
        if (id == null || id.isEmpty()) {
            return;
        }
        String address = media.address(id);
        if (address == null) {
            article.note("its picture, attachment " + PlainText.cut(PlainText.line(id), 20) + ", is not in the export");
        } else {
            article.picture(address);
        }
    }
}
