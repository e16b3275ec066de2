package org.ardina.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.ardina.article.ArchiveMonth;
import org.ardina.article.ArticleSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class SitemapWriterTest {

    private static final SitemapWriter WRITER = new SitemapWriter(URI.create("https://news.example/"));
    private static final int ROUNDS = 40;

    @Test
    void sitemapsOfAnyArticlesAreValid() throws Exception {
        Schema schema = schema();
        for (int seed = 0; seed < ROUNDS; seed++) {
            List<ArticleSummary> articles =
                    new RandomPages(seed).latest().articles().items();
            validate(schema, WRITER.articles(articles));
            validate(schema, WRITER.news("Ardina", articles));
        }
        validate(schema, WRITER.pages(List.of("/", "/latest", "/topics/city")));
        validate(schema, WRITER.index(List.of("/sitemap-pages.xml", "/sitemap-2026-11.xml")));
    }

    @Test
    void schemasFindWhatIsWrong() throws Exception {
        Schema schema = schema();
        String good = new String(WRITER.pages(List.of("/latest")), UTF_8);
        for (String bad : List.of(
                good.replace("https://", "ftp://"),
                good.replace("<loc>", "<loc> <").replace("</loc>", "</loc>"),
                good.replaceAll("<loc>.*</loc>", ""),
                good.replace("</url>", "</url><url><loc>https://news.example/latest</loc></url>"),
                good.replace("sitemap/0.9", "sitemap/0.8"))) {
            assertThatThrownBy(() -> validate(schema, bad.getBytes(UTF_8)))
                    .as(bad)
                    .isInstanceOf(SAXException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"en,en", "pt-BR,pt", "zh-Hant,zh-tw", "zh-TW,zh-tw", "zh,zh-cn", "yue,yue", "not a language,und"})
    void namesLanguagesAsGoogleDoes(String tag, String language) {
        assertThat(SitemapWriter.language(tag)).isEqualTo(language);
    }

    @Test
    void monthsWithManyArticlesHaveSeveralParts() {
        YearMonth month = YearMonth.of(2026, 11);
        assertThat(SitemapPart.count(new ArchiveMonth(month, 1))).isEqualTo(1);
        assertThat(SitemapPart.count(new ArchiveMonth(month, SitemapPart.LENGTH)))
                .isEqualTo(1);
        assertThat(SitemapPart.count(new ArchiveMonth(month, SitemapPart.LENGTH + 1)))
                .isEqualTo(2);
        assertThat(SitemapPart.LENGTH).isLessThanOrEqualTo(50_000);
    }

    @Test
    void partsHaveOneAddressEach() {
        List<SitemapPart> parts = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new SitemapPart(YearMonth.of(1999 + number, number), number))
                .toList();
        assertThat(parts)
                .allSatisfy(part ->
                        assertThat(SitemapPart.parse(part.path().substring(1))).contains(part));
        assertThat(parts.get(0).path()).isEqualTo("/sitemap-2000-01.xml");
        assertThat(parts.get(1).path()).isEqualTo("/sitemap-2001-02-2.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sitemap-2026-13.xml",
                "sitemap-2026-00.xml",
                "sitemap-2026-11-1.xml",
                "sitemap-2026-11-0.xml",
                "sitemap-2026-11-999999.xml",
                "sitemap-26-11.xml",
                "sitemap-2026-11.xml.gz",
                "sitemap-.xml"
            })
    void otherNamesAreNoParts(String name) {
        assertThat(SitemapPart.parse(name)).isEqualTo(Optional.empty());
        assertThat(PageAddress.normalise("/" + name, null)).isNull();
    }

    private static Schema schema() throws SAXException {
        Source[] sources = Stream.of("sitemap.xsd", "sitemap-news.xsd")
                .map(name -> new StreamSource(
                        SitemapWriterTest.class.getResource(name).toString()))
                .toArray(Source[]::new);
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(sources);
    }

    private static void validate(Schema schema, byte[] document) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
    }
}
