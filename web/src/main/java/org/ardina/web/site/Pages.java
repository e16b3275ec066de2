package org.ardina.web.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ardina.article.Content;
import org.ardina.article.Picture;
import org.ardina.article.Slug;
import org.ardina.comment.Participation;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the reader site as pure functions: from what there is to show and a language to HTML. Safe for
 * use by several threads.
 */
public final class Pages {

    private final URI site;
    private final TemplateEngine templates = templates();

    /** @param site the public address of the site, where canonical links lead, as {@code https://news.example/} */
    public Pages(URI site) {
        this.site = site.resolve("/");
    }

    public Html front(FrontPage page, InterfaceLanguage language) {
        Frame frame = new Frame(site, language, page.topics(), null, Head.of("", "", "/"), null);
        List<String> data = List.of(StructuredData.paper(frame), StructuredData.site(frame));
        return render("front", Map.of("frame", frame, "page", page, "data", data));
    }

    public Html latest(LatestPage page, InterfaceLanguage language) {
        Texts texts = Texts.of(language);
        Head head = Head.list(
                texts.text("latest.title"),
                texts.text("latest.description"),
                part("/latest", page.cursor()),
                next("/latest", page.articles().next()));
        return render("latest", page, language, page.topics(), null, head);
    }

    public Html popular(PopularPage page, InterfaceLanguage language) {
        Texts texts = Texts.of(language);
        Topic topic = page.topic();
        String title = topic == null ? texts.text("popular.title") : texts.text("popular.title-in", topic.name());
        Head head = Head.of(title, texts.text("popular.description"), page.path(page.period()));
        return render("popular", page, language, page.topics(), topic == null ? null : topic.slug(), head);
    }

    public Html topic(TopicPage page, InterfaceLanguage language) {
        Topic topic = page.topic();
        String path = "/topics/" + topic.slug();
        Head head = Head.list(
                        topic.name(),
                        topic.description(),
                        part(path, page.cursor()),
                        next(path, page.articles().next()))
                .withFeeds(path);
        Frame frame = new Frame(site, language, page.topics(), topic.slug(), head, null);
        List<String> data = List.of(StructuredData.trail(frame, null, topic.name(), path));
        return render("topic", Map.of("frame", frame, "page", page, "data", data));
    }

    public Html topics(TopicsPage page, InterfaceLanguage language) {
        Texts texts = Texts.of(language);
        Head head = Head.of(texts.text("topics.title"), texts.text("topics.description"), "/topics");
        return render("topics", page, language, page.topics(), null, head);
    }

    public Html author(AuthorPage page, InterfaceLanguage language) {
        String path = "/authors/" + page.author().username();
        Head head = Head.list(
                        page.author().name(),
                        Texts.of(language)
                                .text("author.description", page.author().name()),
                        part(path, page.cursor()),
                        next(path, page.articles().next()))
                .withFeeds(path);
        Frame frame = new Frame(site, language, page.topics(), null, head, null);
        List<String> data =
                List.of(StructuredData.trail(frame, null, page.author().name(), path));
        return render("author", Map.of("frame", frame, "page", page, "data", data));
    }

    public Html article(ArticlePage page, InterfaceLanguage language) {
        return article(page, "/articles/" + page.article().slug(), language);
    }

    /** An article as its readers will see it: without an address, and with a line that says that it is no page yet. */
    public Html preview(ArticlePage page, InterfaceLanguage language) {
        return article(page, null, language);
    }

    private Html article(ArticlePage page, @Nullable String path, InterfaceLanguage language) {
        Content content = page.article().content();
        Picture picture = content.picture();
        Head head = Head.article(
                content.headline(),
                content.standfirst(),
                path,
                picture == null ? null : picture.source(),
                content.language());
        Frame frame = new Frame(site, language, page.topics(), content.topic(), head, null);
        String body = BodyMarkup.inPage(content.body().html(), Texts.of(language));
        List<String> data = path == null
                ? List.of()
                : List.of(
                        StructuredData.newsArticle(page.article(), frame),
                        StructuredData.trail(frame, frame.topic(content.topic()), content.headline(), path));
        return render(
                "article",
                Map.of(
                        "frame",
                        frame,
                        "page",
                        page,
                        "body",
                        body,
                        "players",
                        BodyMarkup.hasPlayers(body),
                        "data",
                        data,
                        "preview",
                        path == null));
    }

    /** The comments on an article, or a thread of them. */
    public Html conversation(ConversationPage page, InterfaceLanguage language) {
        Texts texts = Texts.of(language);
        ConversationPart part = page.part();
        String headline = page.article().content().headline();
        Head head = Head.list(
                texts.text(part.isThread() ? "conversation.thread-title" : "conversation.title-for", headline),
                texts.text("conversation.description", headline),
                part.address().path(),
                part.more() ? part.address().withPage(part.address().page() + 1).path() : null);
        return render(
                "conversation",
                page,
                language,
                page.topics(),
                page.article().content().topic(),
                head);
    }

    /**
     * What stands in the hole for taking part.
     *
     * @param participation of whoever is logged in; absent for others
     * @param token of the forms
     */
    byte[] participation(
            ParticipationHole hole, @Nullable Participation participation, String token, InterfaceLanguage language) {
        Frame frame = new Frame(site, language, List.of(), null, Head.unlisted("", ""), null);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("frame", frame);
        parameters.put("hole", hole);
        parameters.put("participation", participation);
        parameters.put("token", token);
        parameters.put("key", UUID.randomUUID().toString());
        return render("part/participation", parameters).bytes();
    }

    public Html search(SearchPage page, InterfaceLanguage language) {
        Texts texts = Texts.of(language);
        String text = page.address().text();
        Head head = Head.found(
                text.isEmpty() ? texts.text("search.title") : texts.text("search.title-for", text),
                texts.text("search.description"),
                page.address().path());
        return render("search", page, language, page.topics(), null, head);
    }

    public Html notice(NoticePage page, InterfaceLanguage language) {
        Texts texts = Texts.of(language);
        String key = "notice." + page.notice().key();
        Head head = Head.unlisted(texts.text(key + ".title"), texts.text(key + ".text"));
        return render("notice", page, language, page.topics(), null, head);
    }

    /** A page for one person. */
    Html personal(PersonalPage page, List<Topic> topics, InterfaceLanguage language) {
        Head head = Head.personal(Texts.of(language).text(page.title()), page.path());
        Frame frame = new Frame(site, language, topics, null, head, page.reader());
        return render(page.template(), Map.of("frame", frame, "page", page.content()));
    }

    /**
     * What stands on kept pages, in the hole of that name, for somebody who is logged in.
     *
     * @param token of the form with which they log out
     */
    byte[] reader(String name, String token, InterfaceLanguage language) {
        String logOut = Texts.of(language).text("account.log-out");
        return render("part/reader", Map.of("name", name, "token", token, "logOut", logOut))
                .bytes();
    }

    private Html render(
            String template,
            Object page,
            InterfaceLanguage language,
            List<Topic> topics,
            @Nullable Slug current,
            Head head) {
        Frame frame = new Frame(site, language, topics, current, head, null);
        return render(template, Map.of("frame", frame, "page", page));
    }

    private Html render(String template, Map<String, Object> parameters) {
        PageOutput output = PageOutput.empty();
        templates.render(template + ".jte", parameters, output);
        return output.html();
    }

    private static TemplateEngine templates() {
        ClassLoader own = Pages.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The engine looks where the thread does that makes it, which need not be one of a request.
        thread.setContextClassLoader(own);
        try {
            return TemplateEngine.createPrecompiled(null, ContentType.Html, own, "org.ardina.web.site.template");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String part(String path, @Nullable String cursor) {
        return cursor == null ? path : path + "?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    private static @Nullable String next(String path, @Nullable String cursor) {
        return cursor == null ? null : part(path, cursor);
    }
}
