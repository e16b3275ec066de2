package org.ardina.search;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Author;
import org.ardina.article.Content;
import org.ardina.article.Slug;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is in the index: what is searched, and what a list shows of it.
 *
 * @param text all that can be found
 * @param excerptsFrom where in the text excerpts may begin
 */
record IndexedArticle(ArticleSummary summary, String text, int excerptsFrom) {

    /** Of a body; what is behind is not found. */
    private static final int MOST_CHARACTERS = 300_000;

    private static final FieldType PLACED_WORDS = placedWords();
    private static final Map<Stemming, Analyzer> ANALYZERS = analyzers();

    static Term identity(String id) {
        return new Term(IndexFields.ID, id);
    }

    /** The article as a document for the index. It is to be added before another is made by the same thread. */
    static Document write(Article article, Instant publishedAt) {
        Content content = article.content();
        Analyzer analyzer = Objects.requireNonNull(ANALYZERS.get(Stemming.of(content.language())));
        String headline = composed(content.headline());
        String lead = headline + '\n' + names(content) + '\n';
        String body = Jsoup.parseBodyFragment(content.body().html()).text();
        if (body.length() > MOST_CHARACTERS) {
            body = body.substring(0, MOST_CHARACTERS);
        }
        String text = lead + composed(content.standfirst()) + '\n' + composed(body);
        Document document = new Document();
        document.add(new StringField(IndexFields.ID, article.id().value(), Field.Store.YES));
        document.add(new NumericDocValuesField(IndexFields.VERSION, article.version()));
        document.add(new StoredField(IndexFields.SLUG, article.slug().value()));
        document.add(new StoredField(IndexFields.HEADLINE, headline));
        document.add(new TextField(IndexFields.HEADLINE, analyzer.tokenStream(IndexFields.HEADLINE, headline)));
        document.add(new StoredField(IndexFields.STANDFIRST, content.standfirst()));
        document.add(new StoredField(IndexFields.EXCERPTS_FROM, lead.length()));
        document.add(new StoredField(IndexFields.TEXT, text));
        document.add(new Field(IndexFields.TEXT, analyzer.tokenStream(IndexFields.TEXT, text), PLACED_WORDS));
        if (content.topic() != null) {
            String topic = content.topic().value();
            document.add(new StringField(IndexFields.TOPIC, topic, Field.Store.YES));
            document.add(new SortedDocValuesField(IndexFields.TOPIC, new BytesRef(topic)));
        }
        for (Author author : content.authors()) {
            String byline = author.username().value() + IndexFields.BETWEEN + author.name();
            document.add(new StringField(IndexFields.AUTHOR, author.username().value(), Field.Store.NO));
            document.add(new StoredField(IndexFields.BYLINE, byline));
            document.add(new SortedSetDocValuesField(IndexFields.BYLINE, new BytesRef(byline)));
        }
        document.add(new StoredField(IndexFields.LANGUAGE, content.language()));
        document.add(new LongField(IndexFields.PUBLISHED_AT, publishedAt.toEpochMilli(), Field.Store.YES));
        document.add(new NumericDocValuesField(IndexFields.MONTH, month(publishedAt)));
        document.add(new StoredField(IndexFields.UPDATED_AT, article.updatedAt().toEpochMilli()));
        document.add(new StoredField(IndexFields.WORDS, content.body().words()));
        return document;
    }

    static IndexedArticle read(Document document) {
        String topic = document.get(IndexFields.TOPIC);
        List<Author> authors = new ArrayList<>();
        for (String byline : document.getValues(IndexFields.BYLINE)) {
            int between = byline.indexOf(IndexFields.BETWEEN);
            authors.add(new Author(new Slug(byline.substring(0, between)), byline.substring(between + 1)));
        }
        ArticleSummary summary = new ArticleSummary(
                new ArticleId(document.get(IndexFields.ID)),
                new Slug(document.get(IndexFields.SLUG)),
                document.get(IndexFields.HEADLINE),
                document.get(IndexFields.STANDFIRST),
                topic == null ? null : new Slug(topic),
                List.copyOf(authors),
                document.get(IndexFields.LANGUAGE),
                null,
                Instant.ofEpochMilli(number(document, IndexFields.PUBLISHED_AT)),
                Instant.ofEpochMilli(number(document, IndexFields.UPDATED_AT)),
                (int) number(document, IndexFields.WORDS));
        return new IndexedArticle(
                summary, document.get(IndexFields.TEXT), (int) number(document, IndexFields.EXCERPTS_FROM));
    }

    static long month(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return 12L * utc.getYear() + utc.getMonthValue() - 1;
    }

    private static long number(Document document, String field) {
        @Nullable Number number = document.getField(field).numericValue();
        if (number == null) {
            throw new IllegalStateException("The index holds no number in " + field);
        }
        return number.longValue();
    }

    /** What somebody may look for though it does not stand in the text. */
    private static String names(Content content) {
        List<String> names = new ArrayList<>();
        content.authors().forEach(author -> names.add(author.name()));
        names.addAll(content.tags());
        if (content.topic() != null) {
            names.add(content.topic().value().replace('-', ' '));
        }
        return composed(String.join(", ", names)).replace('\n', ' ');
    }

    /** Letters with their accents in one character (Unicode's form NFC), as accents are folded character by character. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static Map<Stemming, Analyzer> analyzers() {
        Map<Stemming, Analyzer> analyzers = new EnumMap<>(Stemming.class);
        for (Stemming stemming : Stemming.values()) {
            analyzers.put(stemming, new WordAnalyzer(stemming));
        }
        return analyzers;
    }

    private static FieldType placedWords() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
