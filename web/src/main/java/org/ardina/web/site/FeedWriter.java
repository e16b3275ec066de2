package org.ardina.web.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Author;
import org.ardina.picture.PictureAddress;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Writes feeds. The same feed always gives the same bytes. */
final class FeedWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    private static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");
    private static final String GENERATOR = "Ardina";
    private static final String PLAIN = "text";

    private FeedWriter() {}

    static byte[] write(Feed feed, FeedFormat format) {
        return switch (format) {
            case RSS -> xml(rss(feed));
            case ATOM -> xml(atom(feed));
            case JSON -> json(feed);
        };
    }

    private static byte[] xml(WireFeed feed) {
        try {
            return new WireFeedOutput().outputString(feed, false).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException defect) {
            throw new IllegalStateException("A feed cannot be written", defect);
        }
    }

    private static Channel rss(Feed feed) {
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(Printable.of(feed.title()));
        channel.setLink(feed.home());
        channel.setDescription(Printable.of(feed.description()));
        channel.setLanguage(feed.language());
        channel.setLastBuildDate(date(feed.updated()));
        channel.setGenerator(GENERATOR);
        channel.getForeignMarkup()
                .add(link("self", feed.self(FeedFormat.RSS)).setAttribute("type", FeedFormat.RSS.mediaType()));
        feed.hub().map(URI::toString).map(hub -> link("hub", hub)).ifPresent(channel.getForeignMarkup()::add);
        channel.setItems(
                feed.articles().stream().map(article -> rss(feed, article)).toList());
        return channel;
    }

    private static Item rss(Feed feed, ArticleSummary article) {
        Item item = new Item();
        item.setTitle(Printable.of(article.headline()));
        item.setLink(feed.address(article));
        Guid guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(feed.id(article.id()));
        item.setGuid(guid);
        item.setPubDate(date(article.publishedAt()));
        if (!article.standfirst().isBlank()) {
            Description description = new Description();
            // Readers take the description for HTML.
            description.setValue(escaped(Printable.of(article.standfirst())));
            item.setDescription(description);
        }
        DCModule people = new DCModuleImpl();
        people.setCreators(article.authors().stream()
                .map(author -> Printable.of(author.name()))
                .toList());
        item.setModules(new ArrayList<>(List.of(people)));
        String topic = feed.topic(article);
        if (topic != null) {
            com.rometools.rome.feed.rss.Category category = new com.rometools.rome.feed.rss.Category();
            category.setValue(topic);
            item.setCategories(List.of(category));
        }
        String picture = feed.picture(article);
        if (picture != null && article.picture() != null) {
            Element content =
                    new Element("content", MEDIA).setAttribute("url", picture).setAttribute("medium", "image");
            PictureAddress.of(article.picture().source().toString())
                    .ifPresent(ours -> content.setAttribute("width", String.valueOf(ours.width()))
                            .setAttribute("height", String.valueOf(ours.height())));
            item.getForeignMarkup().add(content);
        }
        return item;
    }

    private static com.rometools.rome.feed.atom.Feed atom(Feed feed) {
        com.rometools.rome.feed.atom.Feed atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        atom.setId(feed.self(FeedFormat.ATOM));
        atom.setTitleEx(plain(feed.title()));
        atom.setSubtitle(plain(feed.description()));
        atom.setUpdated(date(feed.updated()));
        atom.setLanguage(feed.language());
        // An entry without authors has that of the feed.
        SyndPerson paper = new com.rometools.rome.feed.atom.Person();
        paper.setName(Texts.of(feed.interfaceLanguage()).text("site.name"));
        paper.setUri(feed.site().resolve("/").toString());
        atom.setAuthors(List.of(paper));
        atom.setAlternateLinks(List.of(link("alternate", "text/html", feed.home())));
        List<Link> others = new ArrayList<>();
        others.add(link("self", FeedFormat.ATOM.mediaType(), feed.self(FeedFormat.ATOM)));
        feed.hub().ifPresent(hub -> others.add(link("hub", null, hub.toString())));
        atom.setOtherLinks(others);
        atom.setEntries(
                feed.articles().stream().map(article -> atom(feed, article)).toList());
        return atom;
    }

    private static Entry atom(Feed feed, ArticleSummary article) {
        Entry entry = new Entry();
        entry.setId(feed.id(article.id()));
        entry.setTitleEx(plain(article.headline()));
        entry.setPublished(date(article.publishedAt()));
        entry.setUpdated(date(Feed.updated(article)));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", feed.address(article))));
        entry.setAuthors(article.authors().stream()
                .filter(author -> !Printable.of(author.name()).isBlank())
                .map(author -> person(feed, author))
                .toList());
        if (!article.standfirst().isBlank()) {
            entry.setSummary(plain(article.standfirst()));
        }
        String topic = feed.topic(article);
        if (topic != null && article.topic() != null) {
            com.rometools.rome.feed.atom.Category category = new com.rometools.rome.feed.atom.Category();
            category.setTerm(article.topic().value());
            category.setLabel(topic);
            entry.setCategories(List.of(category));
        }
        return entry;
    }

    private static byte[] json(Feed feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("version", "https://jsonfeed.org/version/1.1");
            json.writeStringField("title", Printable.of(feed.title()));
            json.writeStringField("home_page_url", feed.home());
            json.writeStringField("feed_url", feed.self(FeedFormat.JSON));
            json.writeStringField("description", Printable.of(feed.description()));
            json.writeStringField(
                    "icon", feed.site().resolve(Assets.path("icon.png")).toString());
            json.writeStringField("language", feed.language());
            if (feed.hub().isPresent()) {
                json.writeArrayFieldStart("hubs");
                json.writeStartObject();
                json.writeStringField("type", "WebSub");
                json.writeStringField("url", feed.hub().get().toString());
                json.writeEndObject();
                json.writeEndArray();
            }
            json.writeArrayFieldStart("items");
            for (ArticleSummary article : feed.articles()) {
                write(json, feed, article);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Feed feed, ArticleSummary article) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", feed.id(article.id()));
        json.writeStringField("url", feed.address(article));
        json.writeStringField("title", Printable.of(article.headline()));
        json.writeStringField(
                "content_text",
                Printable.of(article.standfirst().isBlank() ? article.headline() : article.standfirst()));
        String picture = feed.picture(article);
        if (picture != null) {
            json.writeStringField("image", picture);
        }
        json.writeStringField("date_published", seconds(article.publishedAt()).toString());
        json.writeStringField("date_modified", seconds(Feed.updated(article)).toString());
        json.writeArrayFieldStart("authors");
        for (Author author : article.authors()) {
            json.writeStartObject();
            json.writeStringField("name", Printable.of(author.name()));
            json.writeStringField("url", feed.authorAddress(author.username()));
            json.writeEndObject();
        }
        json.writeEndArray();
        String topic = feed.topic(article);
        if (topic != null) {
            json.writeArrayFieldStart("tags");
            json.writeString(topic);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static Element link(String relation, String address) {
        return new Element("link", ATOM).setAttribute("rel", relation).setAttribute("href", address);
    }

    private static Link link(String relation, @Nullable String type, String address) {
        Link link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(address);
        return link;
    }

    private static SyndPerson person(Feed feed, Author author) {
        SyndPerson person = new com.rometools.rome.feed.atom.Person();
        person.setName(Printable.of(author.name()));
        person.setUri(feed.authorAddress(author.username()));
        return person;
    }

    private static Content plain(String text) {
        Content content = new Content();
        content.setType(PLAIN);
        content.setValue(Printable.of(text));
        return content;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Date date(Instant time) {
        return Date.from(seconds(time));
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
