package org.ardina.search;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Author;
import org.ardina.article.Content;
import org.ardina.article.Slug;
import org.jsoup.Jsoup;

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
        document.add(new StringField(IndexFields.ID, article.id().value(), Field.Store.NO));
        document.add(new NumericDocValuesField(IndexFields.VERSION, article.version()));
        document.add(new TextField(IndexFields.HEADLINE, analyzer.tokenStream(IndexFields.HEADLINE, headline)));
        document.add(new Field(IndexFields.TEXT, analyzer.tokenStream(IndexFields.TEXT, text), PLACED_WORDS));
        if (content.topic() != null) {
            String topic = content.topic().value();
            document.add(new StringField(IndexFields.TOPIC, topic, Field.Store.NO));
            document.add(new SortedDocValuesField(IndexFields.TOPIC, new BytesRef(topic)));
        }
        for (Author author : content.authors()) {
            String byline = author.username().value() + IndexFields.BETWEEN + author.name();
            document.add(new StringField(IndexFields.AUTHOR, author.username().value(), Field.Store.NO));
            document.add(new SortedSetDocValuesField(IndexFields.BYLINE, new BytesRef(byline)));
        }
        document.add(new LongField(IndexFields.PUBLISHED_AT, publishedAt.toEpochMilli(), Field.Store.NO));
        document.add(new NumericDocValuesField(IndexFields.MONTH, month(publishedAt)));
        ArticleSummary summary = new ArticleSummary(
                article.id(),
                article.slug(),
                headline,
                content.standfirst(),
                content.topic(),
                content.authors(),
                content.language(),
                null,
                publishedAt,
                article.updatedAt(),
                content.body().words());
        byte[] shown = new IndexedArticle(summary, text, lead.length()).bytes();
        document.add(new BinaryDocValuesField(IndexFields.SHOWN, new BytesRef(shown)));
        return document;
    }

    /** What is shown of the article, as it lies in the index: not compressed, as a search reads ten of them. */
    private byte[] bytes() {
        ByteBuffersDataOutput output = new ByteBuffersDataOutput();
        try {
            output.writeString(summary.id().value());
            output.writeString(summary.slug().value());
            output.writeString(summary.headline());
            output.writeString(summary.standfirst());
            output.writeString(summary.topic() == null ? "" : summary.topic().value());
            output.writeVInt(summary.authors().size());
            for (Author author : summary.authors()) {
                output.writeString(author.username().value());
                output.writeString(author.name());
            }
            output.writeString(summary.language());
            output.writeLong(summary.publishedAt().toEpochMilli());
            output.writeLong(summary.updatedAt().toEpochMilli());
            output.writeVInt(summary.words());
            output.writeVInt(excerptsFrom);
            output.writeString(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return output.toArrayCopy();
    }

    /** An article of which these are the bytes in the index. */
    static IndexedArticle read(BytesRef bytes) throws IOException {
        ByteArrayDataInput input = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        ArticleSummary summary = readSummary(input);
        int excerptsFrom = input.readVInt();
        return new IndexedArticle(summary, input.readString(), excerptsFrom);
    }

    /** The same without its text. */
    static ArticleSummary readSummary(BytesRef bytes) throws IOException {
        return readSummary(new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length));
    }

    private static ArticleSummary readSummary(ByteArrayDataInput input) throws IOException {
        ArticleId id = new ArticleId(input.readString());
        Slug slug = new Slug(input.readString());
        String headline = input.readString();
        String standfirst = input.readString();
        String topic = input.readString();
        int count = input.readVInt();
        List<Author> authors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            authors.add(new Author(new Slug(input.readString()), input.readString()));
        }
        return new ArticleSummary(
                id,
                slug,
                headline,
                standfirst,
                topic.isEmpty() ? null : new Slug(topic),
                List.copyOf(authors),
                input.readString(),
                null,
                Instant.ofEpochMilli(input.readLong()),
                Instant.ofEpochMilli(input.readLong()),
                input.readVInt());
    }

    static long month(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return 12L * utc.getYear() + utc.getMonthValue() - 1;
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
