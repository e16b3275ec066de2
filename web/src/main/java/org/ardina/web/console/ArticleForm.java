package org.ardina.web.console;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ardina.article.Author;
import org.ardina.article.BodyFormat;
import org.ardina.article.Content;
import org.ardina.article.Manuscript;
import org.ardina.article.Picture;
import org.ardina.newsroom.ArticleText;
import org.ardina.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** What a writer types into the fields of an article, as text, whether it can be an article yet or not. */
public class ArticleForm {

    private String headline = "";
    private String standfirst = "";
    private String body = "";
    private String topic = "";
    private String tags = "";
    private String authors = "";
    private String language = "";
    private String slug = "";
    private String correction = "";
    private String picture = "";
    private String alternative = "";
    private String caption = "";
    private String credit = "";

    static ArticleForm of(Manuscript manuscript) {
        Content content = manuscript.content();
        ArticleForm form = new ArticleForm();
        form.headline = content.headline();
        form.standfirst = content.standfirst();
        form.body = content.body().format() == BodyFormat.HTML
                ? content.body().raw()
                : content.body().html();
        form.topic = content.topic() == null ? "" : content.topic().value();
        form.tags = String.join(", ", content.tags());
        form.authors = content.authors().stream()
                .map(Author::username)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        form.language = content.language();
        if (manuscript.revision() != null) {
            form.slug = manuscript.revision().slug() == null
                    ? ""
                    : manuscript.revision().slug().value();
            form.correction = manuscript.revision().correction() == null
                    ? ""
                    : manuscript.revision().correction();
        }
        Picture shown = content.picture();
        if (shown != null) {
            form.picture = shown.source().toString();
            form.alternative = shown.alternative();
            form.caption = shown.caption() == null ? "" : shown.caption();
            form.credit = shown.credit() == null ? "" : shown.credit();
        }
        return form;
    }

    /** The names and contents of the fields. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("headline", headline);
        fields.put("standfirst", standfirst);
        fields.put("body", body);
        fields.put("topic", topic);
        fields.put("tags", tags);
        fields.put("authors", authors);
        fields.put("language", language);
        fields.put("slug", slug);
        fields.put("correction", correction);
        fields.put("picture", picture);
        fields.put("alternative", alternative);
        fields.put("caption", caption);
        fields.put("credit", credit);
        return fields;
    }

    /** Puts contents back into the fields; those that it does not name stay. */
    void restore(Map<String, String> fields) {
        headline = fields.getOrDefault("headline", headline);
        standfirst = fields.getOrDefault("standfirst", standfirst);
        body = fields.getOrDefault("body", body);
        topic = fields.getOrDefault("topic", topic);
        tags = fields.getOrDefault("tags", tags);
        authors = fields.getOrDefault("authors", authors);
        language = fields.getOrDefault("language", language);
        slug = fields.getOrDefault("slug", slug);
        correction = fields.getOrDefault("correction", correction);
        picture = fields.getOrDefault("picture", picture);
        alternative = fields.getOrDefault("alternative", alternative);
        caption = fields.getOrDefault("caption", caption);
        credit = fields.getOrDefault("credit", credit);
    }

    /**
     * What is handed to the newsroom.
     *
     * @throws InvalidInputException if the address of the picture is none
     */
    ArticleText text() {
        List<String> names = words(authors);
        return new ArticleText(
                headline,
                standfirst,
                BodyFormat.HTML,
                body,
                topic,
                words(tags),
                names.isEmpty() ? null : names,
                language,
                mainPicture(),
                slug.isBlank() ? null : slug.strip(),
                correction.isBlank() ? null : correction);
    }

    private Picture mainPicture() {
        if (picture.isBlank()) {
            return ArticleText.NO_PICTURE;
        }
        try {
            return new Picture(new URI(picture.strip()), alternative, optional(caption), optional(credit));
        } catch (URISyntaxException notAnAddress) {
            throw new InvalidInputException("invalid-picture", "The address of the picture is not one.");
        }
    }

    private static @Nullable String optional(String text) {
        return text.isBlank() ? null : text;
    }

    static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public String getHeadline() {
        return headline;
    }

    public void setHeadline(String headline) {
        this.headline = headline;
    }

    public String getStandfirst() {
        return standfirst;
    }

    public void setStandfirst(String standfirst) {
        this.standfirst = standfirst;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public String getAuthors() {
        return authors;
    }

    public void setAuthors(String authors) {
        this.authors = authors;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getCorrection() {
        return correction;
    }

    public void setCorrection(String correction) {
        this.correction = correction;
    }

    public String getPicture() {
        return picture;
    }

    public void setPicture(String picture) {
        this.picture = picture;
    }

    public String getAlternative() {
        return alternative;
    }

    public void setAlternative(String alternative) {
        this.alternative = alternative;
    }

    public String getCaption() {
        return caption;
    }

    public void setCaption(String caption) {
        this.caption = caption;
    }

    public String getCredit() {
        return credit;
    }

    public void setCredit(String credit) {
        this.credit = credit;
    }
}
