package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** How well articles are found by what is in them. */
final class SearchRelevance {

    private static final int SAMPLE = 200;
    private static final long SEED = 42;
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,20}");

    private final SearchPages search;
    private final List<JsonNode> articles;
    private final Map<String, Integer> frequencies = new HashMap<>();

    /** @param texts of all articles, in which words are counted */
    SearchRelevance(NewsSite site, ArticleList list, List<String> texts) {
        this.search = new SearchPages(site).awaitComplete();
        this.articles = new ArrayList<>(list.articles());
        Collections.shuffle(articles, new Random(SEED));
        texts.forEach(text -> words(text).forEach(word -> frequencies.merge(word, 1, Integer::sum)));
    }

    /** Asserts that articles are found first by three rare words of their bodies, but for a few that share them. */
    void assertFoundByRareWords() {
        double part = partFoundFirst("three rare words", articles, this::rareWords);
        assertThat(part).isGreaterThanOrEqualTo(0.95);
    }

    void assertFoundByHeadline() {
        double part = partFoundFirst(
                "exact headlines", articles, article -> article.path("headline").asText());
        assertThat(part).isGreaterThanOrEqualTo(0.95);
    }

    void assertPortugueseIsFoundWithoutAccents() {
        List<JsonNode> accented = articles.stream()
                .filter(article -> article.path("language").asText().startsWith("pt"))
                .filter(article -> !plain(article.path("headline").asText())
                        .equals(article.path("headline").asText()))
                .toList();
        assertThat(accented).hasSizeGreaterThan(50);
        double part = partFoundFirst(
                "Portuguese headlines without accents",
                accented,
                article -> plain(article.path("headline").asText()));
        assertThat(part).isGreaterThanOrEqualTo(0.95);
    }

    private double partFoundFirst(String what, List<JsonNode> from, Function<JsonNode, String> query) {
        List<JsonNode> sample = from.subList(0, Math.min(SAMPLE, from.size()));
        Figures times = new Figures();
        List<String> missed = new ArrayList<>();
        int first = 0;
        for (JsonNode article : sample) {
            String text = query.apply(article);
            long start = System.nanoTime();
            List<String> found = search.slugs(text, 1);
            times.add(Duration.ofNanos(System.nanoTime() - start));
            if (isFound(article, found)) {
                first++;
            } else {
                missed.add(article.path("slug").asText() + " by «" + text + "» but " + found);
            }
        }
        times.print("Searches by " + what);
        System.out.printf("Found first by %s: %d of %d%n", what, first, sample.size());
        missed.forEach(System.out::println);
        return first / (double) sample.size();
    }

    /** Whether the article is first, or one with the same headline: of those there are several. */
    private boolean isFound(JsonNode article, List<String> found) {
        return !found.isEmpty()
                && (found.get(0).equals(article.path("slug").asText())
                        || articles.stream()
                                .filter(other -> other.path("slug").asText().equals(found.get(0)))
                                .anyMatch(other -> other.path("headline").equals(article.path("headline"))));
    }

    private String rareWords(JsonNode article) {
        JsonNode whole = search.site()
                .json(search.site()
                        .get("/api/v1/articles/" + article.path("slug").asText()));
        return String.join(
                " ",
                words(Jsoup.parse(whole.path("body").asText()).text()).stream()
                        .filter(frequencies::containsKey)
                        .sorted(Comparator.comparing(word -> frequencies.getOrDefault(word, 0)))
                        .limit(3)
                        .toList());
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
