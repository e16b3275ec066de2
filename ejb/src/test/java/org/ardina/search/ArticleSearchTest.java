package org.ardina.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.ardina.article.Slug;
import org.ardina.search.SearchResult.Byline;
import org.ardina.search.SearchResult.Count;
import org.ardina.search.SearchedPaper.Draft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, in which order, and how it is shown. */
class ArticleSearchTest {

    private static final long SEED = 42;

    @TempDir
    private Path directory;

    private SearchedPaper paper;

    @BeforeEach
    void open() {
        paper = SearchedPaper.in(directory);
    }

    @AfterEach
    void close() {
        paper.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Elections are coming, election",
        "en, The election is over, elections",
        "en, A councillor's running mate, run",
        "en, Boats in the harbour, BOAT",
        "en, Don’t forget the mayor’s speech, mayor",
        "pt, As eleições na freguesia, eleicao",
        "pt, A eleição na freguesia, eleições",
        "pt, A eleição na freguesia, ELEICOES",
        "pt, Os hotéis da praia, hoteis",
        "pt, Os espanhóis na praia, espanhol",
        "pt, Educação e saúde, educacao saude",
        "pt, Os pastéis do café, cafe pasteis",
        "en, Café society, cafe",
        "en, What random.randint returns, randint",
        "en, What random.randint returns, random.randint",
        "en, What last_name means, name",
        "en, News of town.example:8080, example",
        "en, Within the U.S. only, u.s",
        "en, Version 3.14 is out, 3.14",
        "de, Die Brücke, brucke",
        "zh, 今天的新闻, 新闻",
    })
    void findsWordsInTheirForms(String language, String headline, String text) {
        paper.with(
                paper.article(headline, "Text").language(language),
                paper.article("Something else", "Nothing").language(language));
        assertThat(paper.headlines(text)).containsExactly(headline);
    }

    @Test
    void findsADecomposedAccent() {
        paper.with(paper.article("Cafe\u0301", "Text").language("pt"));
        assertThat(paper.find("cafe").total()).isEqualTo(1);
        assertThat(paper.find("cafe\u0301").total()).isEqualTo(1);
        assertThat(paper.find("café").total()).isEqualTo(1);
    }

    @Test
    void dividesWhatIsJoinedWhereBothSidesAreWords() {
        assertThat(QueryWords.of("news.town.example last_name U.S. 3.14 x.y don't")
                        .words())
                .extracting(QueryWords.Word::folded)
                .containsExactly("news", "town", "example", "last", "name", "u.s", "3.14", "x.y", "don't");
        assertThat(QueryWords.of("see random.randint").words().get(2))
                .extracting(QueryWords.Word::from, QueryWords.Word::to)
                .containsExactly(11, 18);
        paper.with(paper.article("One", "call random.randint here"));
        assertThat(paper.find("randint").hits().get(0).excerpt().parts())
                .contains(new MarkedText.Part("randint", true));
        assertThat(paper.headlines("\"random randint here\"")).containsExactly("One");
    }

    @Test
    void countsAnAuthorUnderTheNameThatIsMostUsed() {
        paper.with(
                paper.article("One", "tram").author("Jose"),
                paper.article("Two", "tram").author("José"),
                paper.article("Three", "tram").author("José"),
                paper.article("Four", "tram").author("Rosa Maria"));
        assertThat(paper.find("tram").authors())
                .containsExactly(
                        new Count<>(new Byline("jose", "José"), 3),
                        new Count<>(new Byline("rosa-maria", "Rosa Maria"), 1));
    }

    @Test
    void knowsWhoHasPublishedSomething() throws IOException {
        paper.with(
                paper.article("One", "tram").author("Rosa Maria"),
                paper.article("Two", "tram").author("José"),
                paper.article("Three", "bus").author("José"),
                paper.article("Later", "bus").author("Zita").published("2026-06-16T00:00:00Z"));
        IndexSearcher searcher = paper.index().acquire();
        try {
            assertThat(ArticleSearch.authors(searcher.getIndexReader(), SearchedPaper.NOW, 10))
                    .containsExactly("jose", "rosa-maria");
            assertThat(ArticleSearch.authors(searcher.getIndexReader(), SearchedPaper.NOW, 1))
                    .containsExactly("jose");
        } finally {
            paper.index().release(searcher);
        }
    }

    @Test
    void takesNoStemForAWord() {
        paper.with(paper.article("Mar", "An English text"));
        assertThat(QueryWords.of("mares").words().get(0).stems()).contains("~pmar");
        assertThat(paper.find("mares").total()).isZero();
    }

    @Test
    void wantsAllWords() {
        paper.with(
                paper.article("Bridge", "closed for repairs"),
                paper.article("Road", "closed for the fair"),
                paper.article("Bridge and road", "open"));
        assertThat(paper.headlines("bridge closed")).containsExactly("Bridge");
        SearchResult some = paper.find("bridge closed harbour");
        assertThat(some.partly()).isTrue();
        assertThat(SearchedPaper.headlines(some)).containsExactly("Bridge");
    }

    @Test
    void findsPhrasesAsTheyAreWritten() {
        paper.with(
                paper.article("One", "the old stone bridge"),
                paper.article("Two", "the bridge of old stone"),
                paper.article("Three", "old stones by the bridge"));
        assertThat(paper.headlines("\"old stone\"")).containsExactlyInAnyOrder("One", "Two");
        assertThat(paper.headlines("“stone bridge”")).containsExactly("One");
        assertThat(paper.find("bridge \"old stone\" by").partly()).isTrue();
        assertThat(paper.headlines("bridge \"stone old\"")).isEmpty();
        assertThat(paper.headlines("\"stone bridge")).as("half a quotation").hasSize(3);
    }

    @Test
    void findsWhatIsStillBeingTyped() {
        paper.with(paper.article("Elections", "in the parish"), paper.article("Electricity", "for the parish"));
        assertThat(paper.headlines("electi")).containsExactly("Elections");
        assertThat(paper.headlines("parish ele")).containsExactlyInAnyOrder("Elections", "Electricity");
        assertThat(paper.find("ele parish").partly()).as("only the last word").isTrue();
    }

    @Test
    void suggestsWhatMayHaveBeenMeant() {
        paper.with(paper.article("Eleições na freguesia", "A votação decorreu sem incidentes")
                .language("pt"));
        assertThat(paper.find("eleicoes fregesia").suggestion()).isEqualTo("eleicoes freguesia");
        assertThat(paper.find("a votacsao").suggestion()).isEqualTo("a votação");
        assertThat(paper.find("freguesia").suggestion()).isNull();
        assertThat(paper.find("xyzzyx").suggestion()).isNull();
    }

    @Test
    void putsHeadlinesFirst() {
        paper.with(
                paper.article("A day by the sea", "The ferry is late. The ferry is always late, says the harbour."),
                paper.article("Harbour ferry", "Nothing much happened."),
                paper.article("The ferry of the harbour", "Nothing much happened."));
        assertThat(paper.headlines("harbour ferry"))
                .startsWith("Harbour ferry")
                .hasSize(3)
                .endsWith("A day by the sea");
    }

    @Test
    void putsTheNewerFirstAmongEquals() {
        paper.with(
                paper.article("Budget", "Same").published("2020-01-01T00:00:00Z"),
                paper.article("Budget", "Same text").published("2026-06-14T00:00:00Z"),
                paper.article("Budget", "Same").published("2024-01-01T00:00:00Z"));
        assertThat(paper.find("budget").hits())
                .extracting(hit -> hit.article().publishedAt().toString().substring(0, 4))
                .containsExactly("2026", "2024", "2020");
    }

    @Test
    void doesNotLetWhatIsNewWinOverWhatFits() {
        paper.with(
                paper.article("The lighthouse keeper", "lighthouse lighthouse").published("2015-01-01T00:00:00Z"),
                paper.article("Weather", "Rain near the lighthouse, and much more text about something else entirely")
                        .published("2026-06-15T00:00:00Z"));
        assertThat(paper.headlines("lighthouse keeper lighthouse")).first().isEqualTo("The lighthouse keeper");
        assertThat(paper.headlines("lighthouse")).first().isEqualTo("The lighthouse keeper");
    }

    @Test
    void findsWhatIsDueOnly() {
        paper.with(
                paper.article("Now", "embargo").published("2026-06-15T12:00:00Z"),
                paper.article("Later", "embargo").published("2026-06-15T12:00:01Z"));
        assertThat(paper.headlines("embargo")).containsExactly("Now");
        assertThat(paper.find("embargo").total()).isEqualTo(1);
        assertThat(paper.find("").total()).isEqualTo(1);
    }

    @Test
    void narrowsDownAndCounts() {
        paper.with(
                paper.article("One", "tram").topic("city").author("Rosa Maria").published("2026-01-31T23:59:59Z"),
                paper.article("Two", "tram").topic("city").author("José").published("2026-02-01T00:00:00Z"),
                paper.article("Three", "tram").topic("sport").author("José").published("2026-02-28T23:00:00Z"),
                paper.article("Four", "bus").topic("sport").author("José").published("2026-03-01T00:00:00Z"));
        SearchResult all = paper.find("tram");
        assertThat(all.topics()).containsExactly(new Count<>("city", 2), new Count<>("sport", 1));
        assertThat(all.authors())
                .containsExactly(
                        new Count<>(new Byline("jose", "José"), 2),
                        new Count<>(new Byline("rosa-maria", "Rosa Maria"), 1));
        assertThat(all.months())
                .containsExactly(new Count<>(YearMonth.of(2026, 2), 2), new Count<>(YearMonth.of(2026, 1), 1));
        assertThat(found("tram", "city", null, null, null)).containsExactlyInAnyOrder("One", "Two");
        assertThat(found("tram", "city", "jose", null, null)).containsExactly("Two");
        assertThat(found("tram", null, null, "2026-02-01", "2026-02-28")).containsExactlyInAnyOrder("Two", "Three");
        assertThat(found("tram", null, null, null, "2026-01-31")).containsExactly("One");
        assertThat(found("", "sport", "jose", null, null)).containsExactly("Four", "Three");
        assertThat(found("", null, null, "2026-02-28", null)).containsExactly("Four", "Three");
        assertThat(found("tram", "no-such-topic", null, null, null)).isEmpty();
    }

    private List<String> found(
            String text, @Nullable String topic, @Nullable String author, @Nullable String from, @Nullable String to) {
        return SearchedPaper.headlines(paper.find(new SearchQuery(
                        text,
                        topic == null ? null : new Slug(topic),
                        author == null ? null : new Slug(author),
                        SearchQuery.day(from),
                        SearchQuery.day(to),
                        SearchOrder.RELEVANCE,
                        0,
                        10)))
                .toList();
    }

    @Test
    void leafsThroughEverythingOnce() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 95; i++) {
            expected.add("Tram " + i);
            paper.with(
                    paper.article("Tram " + i, "line").published("2026-01-01T00:%02d:%02dZ".formatted(i / 60, i % 60)));
        }
        for (SearchOrder order : SearchOrder.values()) {
            List<String> seen = new ArrayList<>();
            for (int offset = 0; offset < 110; offset += 10) {
                SearchResult part = paper.find(new SearchQuery("tram", null, null, null, null, order, offset, 10));
                assertThat(part.total()).isEqualTo(95);
                SearchedPaper.headlines(part).forEach(seen::add);
            }
            assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(SearchedPaper.headlines(
                        paper.find(new SearchQuery("tram", null, null, null, null, SearchOrder.LATEST, 0, 2))))
                .containsExactly("Tram 94", "Tram 93");
    }

    @Test
    void showsWhereTheWordsAre() {
        String lead = "Much is said before anything happens in this long piece of prose. ".repeat(20);
        paper.with(
                paper.article("On <b>ferries</b> & boats", lead + "Then the ferries left the quay at noon. " + lead));
        SearchHit hit = paper.find("ferry quay").hits().get(0);
        assertThat(marked(hit.headline())).containsExactly("ferries");
        assertThat(marked(hit.excerpt())).containsExactly("ferries", "quay");
        assertThat(hit.headline().text()).isEqualTo("On <b>ferries</b> & boats");
        assertThat(hit.excerpt().text()).startsWith("… ").endsWith("…").contains("the ferries left the quay at noon");
    }

    private static List<String> marked(MarkedText text) {
        return text.parts().stream()
                .filter(MarkedText.Part::marked)
                .map(MarkedText.Part::text)
                .toList();
    }

    /** Words as rare and as frequent as in real text; three rare ones of an article lead to it. */
    @Test
    void findsAnArticleByItsRareWords() {
        Random random = new Random(SEED);
        List<List<String>> bodies = IntStream.range(0, 400)
                .mapToObj(article -> IntStream.range(0, 150)
                        .mapToObj(word -> "w" + (int) Math.pow(20_000, random.nextDouble()))
                        .toList())
                .toList();
        paper.with(IntStream.range(0, bodies.size())
                .mapToObj(i -> paper.article("Headline " + i, String.join(" ", bodies.get(i))))
                .toArray(Draft[]::new));
        var frequencies = bodies.stream()
                .flatMap(body -> body.stream().distinct())
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        for (int i = 0; i < bodies.size(); i++) {
            List<String> rare = bodies.get(i).stream()
                    .distinct()
                    .sorted(Comparator.comparing(word -> frequencies.getOrDefault(word, 0L)))
                    .limit(3)
                    .toList();
            assertThat(paper.headlines(String.join(" ", rare))).first().isEqualTo("Headline " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*", "?", "\"", "\"\"", "\"\"\"", "a*b?c~", "title:x AND (", "/regex.*/", "[a TO", "\\",
                        "+-!(){}[]^\"~*?:\\/",
                "\u0000\u0001\u001b", "\ud800", "\uffff", "%00", "<script>", "' OR 1=1", "$where", "~eferry", "~pferr",
                        "&&", "😀"
            })
    void takesAnythingForText(String text) {
        paper.with(paper.article("Ferry", "Text"));
        SearchQuery query = SearchedPaper.query(text, null);
        assertThat(paper.find(query).total()).isEqualTo(query.isEmpty() ? 1 : 0);
    }

    @Test
    void survivesRandomText() {
        paper.with(
                paper.article("Ferry", "The harbour at dawn"),
                paper.article("Balsa", "O porto").language("pt"));
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                switch (random.nextInt(5)) {
                    case 0 -> text.appendCodePoint(random.nextInt(0x110000));
                    case 1 -> text.append("\"“”*?~: \t".charAt(random.nextInt(9)));
                    case 2 -> text.append("ferry harb por balsa ".charAt(random.nextInt(21)));
                    case 3 -> text.append(" ferry ");
                    default -> text.append((char) random.nextInt(0x10000));
                }
            }
            SearchResult result = paper.find(text.toString());
            result.hits().forEach(hit -> {
                assertThat(hit.headline().text()).isEqualTo(hit.article().headline());
                assertThat(hit.excerpt().text().length()).isLessThan(Excerpts.LENGTH + 40);
            });
        }
    }

    @Test
    void looksPastWordsThatAreTooMany() {
        paper.with(paper.article("Ferry", "Text"));
        String many = "ferry ".repeat(10)
                + IntStream.range(0, 80).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertThat(QueryWords.of(many).words()).hasSize(QueryWords.MOST);
        assertThat(paper.find(many).hits()).isEmpty();
    }
}
