package org.ardina.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of a WXR file. */
final class WxrSource implements ArticleSource {

    private static final int LONGEST_FIELD = 10_000;
    private static final int MOST_AUTHORS = 100_000;

    private final XmlElements elements;
    private final WxrMedia media;
    private final Map<String, String> authors = new HashMap<>();
    private String language = "";
    private int count;
    private boolean started;
    private boolean ended;

    WxrSource(InputStream in, WxrMedia media) throws IOException {
        this.elements = new XmlElements(in);
        this.media = media;
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        if (!started) {
            started = true;
            findChannel();
        }
        while (!ended && elements.nextChild()) {
            if (elements.name().equals("item")) {
                count++;
                return new WxrArticle(WxrItem.read(elements), count, authors, language, media).toItem();
            }
            readAboutSite();
        }
        ended = true;
        return null;
    }

    @Override
    public void close() throws IOException {
        elements.close();
    }

    private void findChannel() throws IOException {
        if (!elements.nextChild() || !elements.name().equals("rss")) {
            throw new SourceException("This is no WordPress export: its root element is not rss");
        }
        while (elements.nextChild()) {
            if (elements.name().equals("channel")) {
                return;
            }
            elements.skip();
        }
        throw new SourceException("This is no WordPress export: it has no channel");
    }

    private void readAboutSite() throws IOException {
        boolean wordPress = WxrItem.isWordPress(elements.namespace());
        if (wordPress && elements.name().equals("author")) {
            readAuthor();
        } else if (elements.name().equals("language") && language.isEmpty()) {
            language = elements.text(LONGEST_FIELD).strip();
        } else {
            elements.skip();
        }
    }

    private void readAuthor() throws IOException {
        String login = "";
        String name = "";
        while (elements.nextChild()) {
            switch (elements.name()) {
                case "author_login" -> login = elements.text(LONGEST_FIELD).strip();
                case "author_display_name" ->
                    name = elements.text(LONGEST_FIELD).strip();
                default -> elements.skip();
            }
        }
        if (!login.isEmpty() && authors.size() < MOST_AUTHORS) {
            authors.put(login, name);
        }
    }
}
