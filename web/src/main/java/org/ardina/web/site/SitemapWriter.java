package org.ardina.web.site;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ardina.article.ArticleSummary;

/**
 * Writes sitemaps.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>
 */
final class SitemapWriter {

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
    private final URI site;

    SitemapWriter(URI site) {
        this.site = site;
    }

    /** What stands inside the outermost element. */
    @FunctionalInterface
    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** The index of sitemaps at these paths. */
    byte[] index(List<String> paths) {
        return document("sitemapindex", xml -> {
            for (String path : paths) {
                xml.writeStartElement("sitemap");
                element(xml, "loc", address(path));
                xml.writeEndElement();
            }
        });
    }

    /** Pages that are no articles. */
    byte[] pages(List<String> paths) {
        return document("urlset", xml -> {
            for (String path : paths) {
                xml.writeStartElement("url");
                element(xml, "loc", address(path));
                xml.writeEndElement();
            }
        });
    }

    byte[] articles(List<ArticleSummary> articles) {
        return document("urlset", xml -> {
            for (ArticleSummary article : articles) {
                xml.writeStartElement("url");
                element(xml, "loc", address(article));
                element(xml, "lastmod", time(Feed.updated(article)));
                xml.writeEndElement();
            }
        });
    }

    /**
     * A news sitemap.
     *
     * @param publication the name of the paper
     * @see <a href="https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap">Google</a>
     */
    byte[] news(String publication, List<ArticleSummary> articles) {
        return document("urlset", xml -> {
            xml.writeNamespace("news", NEWS);
            for (ArticleSummary article : articles) {
                xml.writeStartElement("url");
                element(xml, "loc", address(article));
                xml.writeStartElement("news", "news", NEWS);
                xml.writeStartElement("news", "publication", NEWS);
                news(xml, "name", publication);
                news(xml, "language", language(article.language()));
                xml.writeEndElement();
                news(xml, "publication_date", time(article.publishedAt()));
                news(xml, "title", Printable.of(article.headline()));
                xml.writeEndElement();
                xml.writeEndElement();
            }
        });
    }

    private byte[] document(String root, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, "UTF-8");
            xml.setDefaultNamespace(SITEMAP);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(SITEMAP, root);
            xml.writeDefaultNamespace(SITEMAP);
            content.write(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException defect) {
            throw new IllegalStateException("A sitemap cannot be written", defect);
        }
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(SITEMAP, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void news(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement("news", name, NEWS);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** ISO 639 of two or three letters, but for Chinese, as Google asks for. */
    static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String language = locale.getLanguage();
        if (language.equals("zh")) {
            boolean traditional = locale.getScript().equals("Hant")
                    || List.of("TW", "HK", "MO").contains(locale.getCountry());
            return traditional ? "zh-tw" : "zh-cn";
        }
        return language.length() == 2 || language.length() == 3 ? language : "und";
    }

    private String address(ArticleSummary article) {
        return address("/articles/" + article.slug());
    }

    private String address(String path) {
        return site.resolve(path).toString();
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
