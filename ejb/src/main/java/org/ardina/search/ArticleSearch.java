package org.ardina.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.Bits;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Slug;
import org.jspecify.annotations.Nullable;

/** One search in the index as it is at a time. */
final class ArticleSearch {

    /** What a word counts for in the headline beside what it counts for in the text. */
    private static final float IN_HEADLINE = 2;

    /** What it counts for that a headline has all words one behind the other. */
    private static final float WHOLE_HEADLINE = 4;

    /** Many times what a search takes even when it is the first one. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final Sort NEWEST_FIRST =
            new Sort(LongField.newSortField(IndexFields.PUBLISHED_AT, true, SortedNumericSelector.Type.MAX));

    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final SearchQuery query;
    private final QueryWords words;
    private final Instant now;

    ArticleSearch(IndexReader reader, SearchQuery query, Instant now) {
        this.reader = reader;
        this.query = query;
        this.words = QueryWords.of(query.text());
        this.now = now;
        this.searcher = new IndexSearcher(reader);
        // What is worth keeping is kept further up, whole.
        searcher.setQueryCache(null);
        long deadline = System.nanoTime() + LONGEST.toNanos();
        searcher.setTimeout(() -> System.nanoTime() > deadline);
    }

    /**
     * Searches.
     *
     * @param withdrawn whether the article with that id is to be left out
     * @param complete whether the index has all articles
     */
    SearchResult result(Predicate<String> withdrawn, boolean complete) throws IOException {
        if (isNothingAsked()) {
            return new SearchResult(List.of(), 0, List.of(), List.of(), List.of(), null, false, complete);
        }
        FacetCounts facets = new FacetCounts();
        Found found = find(facets);
        Matches matches = found.matches();
        Excerpts excerpts = new Excerpts(reader, terms(found.choices()));
        List<SearchHit> hits = best(matches, excerpts::hit);
        return new SearchResult(
                hits.stream()
                        .filter(hit -> !withdrawn.test(hit.article().id().value()))
                        .toList(),
                matches.total(),
                facets.topics(),
                facets.authors(),
                facets.months(),
                found.asWritten() ? null : new Spelling(reader).suggestion(query.text(), words.words()),
                found.partly(),
                complete && !searcher.timedOut());
    }

    /** The articles alone, without what a page shows beside them; otherwise as {@link #result}. */
    FoundArticles articles(Predicate<String> withdrawn) throws IOException {
        if (isNothingAsked()) {
            return new FoundArticles(List.of(), 0);
        }
        Matches matches = find(null).matches();
        ShownBytes shown = new ShownBytes(reader);
        List<ArticleSummary> articles = best(matches, document -> IndexedArticle.readSummary(shown.of(document)));
        return new FoundArticles(
                articles.stream()
                        .filter(article -> !withdrawn.test(article.id().value()))
                        .toList(),
                matches.total());
    }

    private boolean isNothingAsked() {
        return words.isEmpty() && !query.text().isEmpty();
    }

    /**
     * What fits.
     *
     * @param choices what was looked for in the place of each word
     * @param asWritten whether something was found without looking for what is like the last word
     * @param partly whether no article has all the words, and these have some
     */
    private record Found(Matches matches, List<TermChoice> choices, boolean asWritten, boolean partly) {}

    /** @param facets counts what is found, if that is asked for */
    private Found find(@Nullable FacetCounts facets) throws IOException {
        List<TermChoice> choices = new ArrayList<>();
        words.words().forEach(word -> choices.add(TermChoice.of(word)));
        TermChoice last = choices.isEmpty() ? null : choices.get(choices.size() - 1);
        if (last != null && reader.docFreq(TermChoice.inText(last.word())) == 0) {
            choices.set(choices.size() - 1, last.withLonger(reader));
        }
        Matches matches = find(choices, choices.size(), facets);
        if (matches.total() > 0 || last == null) {
            return new Found(matches, choices, true, false);
        }
        choices.set(choices.size() - 1, last.withLonger(reader));
        matches = find(choices, choices.size(), facets);
        if (matches.total() > 0 || choices.size() == 1) {
            return new Found(matches, choices, false, false);
        }
        matches = find(choices, (choices.size() + 1) / 2, facets);
        return new Found(matches, choices, false, matches.total() > 0);
    }

    /** The usernames of all who have published something by then. */
    static List<String> authors(IndexReader reader, Instant now, int limit) throws IOException {
        FacetCounts counts = new FacetCounts();
        for (LeafReaderContext leaf : reader.leaves()) {
            SegmentValues values = SegmentValues.of(leaf.reader());
            Bits live = leaf.reader().getLiveDocs();
            counts.begin();
            for (int article = 0; article < leaf.reader().maxDoc(); article++) {
                if ((live == null || live.get(article)) && values.publishedAt(article) <= now.toEpochMilli()) {
                    counts.add(values, article);
                }
            }
        }
        return counts.usernames(limit);
    }

    private record Matches(int total, TopDocs top) {}

    /** @param atLeast how many of the words an article must have */
    private Matches find(List<TermChoice> choices, int atLeast, @Nullable FacetCounts facets) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (query.from() != null || latest() < newest()) {
            all.add(LongField.newRangeQuery(IndexFields.PUBLISHED_AT, earliest(), latest()), Occur.FILTER);
        }
        addFilter(IndexFields.TOPIC, query.topic(), all);
        addFilter(IndexFields.AUTHOR, query.author(), all);
        if (words.isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        } else {
            addWords(choices, atLeast, all);
        }
        boolean byTime = query.order() == SearchOrder.LATEST || words.isEmpty();
        int wanted = Math.max(1, Math.min(query.offset() + query.limit(), reader.maxDoc()));
        return searcher.search(all.build(), new Collecting(byTime, wanted, facets));
    }

    private void addWords(List<TermChoice> choices, int atLeast, BooleanQuery.Builder all) {
        BooleanQuery.Builder enough = new BooleanQuery.Builder();
        enough.setMinimumNumberShouldMatch(atLeast == choices.size() ? 0 : atLeast);
        for (TermChoice choice : choices) {
            enough.add(choice.in(IndexFields.TEXT), atLeast == choices.size() ? Occur.MUST : Occur.SHOULD);
            all.add(new BoostQuery(choice.in(IndexFields.HEADLINE), IN_HEADLINE), Occur.SHOULD);
        }
        for (List<String> phrase : words.phrases()) {
            enough.add(new PhraseQuery(IndexFields.TEXT, phrase.toArray(String[]::new)), Occur.MUST);
        }
        all.add(enough.build(), Occur.MUST);
        if (words.sequence().size() > 1) {
            PhraseQuery headline =
                    new PhraseQuery(IndexFields.HEADLINE, words.sequence().toArray(String[]::new));
            all.add(new BoostQuery(headline, WHOLE_HEADLINE), Occur.SHOULD);
        }
    }

    private static void addFilter(String field, @Nullable Slug value, BooleanQuery.Builder all) {
        if (value != null) {
            all.add(new TermQuery(new Term(field, value.value())), Occur.FILTER);
        }
    }

    private long earliest() {
        LocalDate from = query.from();
        return from == null
                ? Long.MIN_VALUE
                : from.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** What is to be published later is in the index and found from then on. */
    private long latest() {
        LocalDate to = query.to();
        return to == null
                ? now.toEpochMilli()
                : Math.min(
                        now.toEpochMilli(),
                        to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1);
    }

    /** When the newest article was published, or is to be. */
    private long newest() throws IOException {
        long newest = Long.MIN_VALUE;
        for (LeafReaderContext leaf : reader.leaves()) {
            newest = Math.max(newest, SegmentValues.of(leaf.reader()).newest());
        }
        return newest;
    }

    /** What was looked for in the text, in the place of each word. */
    private List<List<String>> terms(List<TermChoice> choices) {
        List<List<String>> terms = new ArrayList<>();
        choices.forEach(choice -> terms.add(choice.all()));
        words.phrases().forEach(phrase -> phrase.forEach(word -> terms.add(List.of(word))));
        return terms;
    }

    /** The best, each read in the order of the index, which can be gone through one way only. */
    private static <T> List<T> best(Matches matches, Reading<T> reading) throws IOException {
        ScoreDoc[] ranked = matches.top().scoreDocs;
        SortedMap<Integer, T> best = new TreeMap<>();
        List<Integer> ranks = IntStream.range(0, ranked.length)
                .boxed()
                .sorted(Comparator.comparingInt(rank -> ranked[rank].doc))
                .toList();
        for (int rank : ranks) {
            best.put(rank, reading.of(ranked[rank].doc));
        }
        return List.copyOf(best.values());
    }

    private interface Reading<T> {

        T of(int document) throws IOException;
    }

    private final class Collecting implements CollectorManager<MatchCollector, Matches> {

        private final TopDocsCollector<?> best;
        private final @Nullable FacetCounts facets;

        Collecting(boolean byTime, int wanted, @Nullable FacetCounts facets) {
            this.facets = facets;
            best = byTime
                    ? new TopFieldCollectorManager(NEWEST_FIRST, wanted, Integer.MAX_VALUE).newCollector()
                    : new TopScoreDocCollectorManager(wanted, Integer.MAX_VALUE).newCollector();
        }

        @Override
        public MatchCollector newCollector() {
            return new MatchCollector(best, facets, now);
        }

        @Override
        public Matches reduce(Collection<MatchCollector> ignored) {
            return new Matches(best.getTotalHits(), best.topDocs(query.offset(), query.limit()));
        }
    }
}
