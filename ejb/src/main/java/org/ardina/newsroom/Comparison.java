package org.ardina.newsroom;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.article.ArticleRevision;
import org.ardina.article.Author;
import org.ardina.article.Content;
import org.ardina.article.Edit;
import org.ardina.article.Picture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Two texts of an article side by side, paragraph by paragraph.
 *
 * @param rows in the order of the texts: first what stands around the body, then the body
 */
public record Comparison(Edit left, Edit right, List<Row> rows) {

    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}\\p{M}'’-]+|[^\\s\\p{L}\\p{N}\\p{M}]");
    private static final String BLOCKS =
            "p, h2, h3, h4, h5, h6, li, dt, dd, pre, blockquote, figcaption, th, td, caption, img, hr";

    /** More paragraphs than this are compared as whole ones only: comparing words of all would take seconds. */
    private static final int MOST_CLOSE = 2000;

    public Comparison {
        rows = List.copyOf(rows);
    }

    /** Which part of an article a row shows. */
    public enum Part {
        HEADLINE,
        STANDFIRST,
        TOPIC,
        TAGS,
        AUTHORS,
        LANGUAGE,
        PICTURE,
        BODY
    }

    /** What happened between the left and the right. */
    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * A paragraph on both sides; empty on the side where there is none.
     *
     * @param left as it was
     * @param right as it is
     */
    public record Row(Part part, Kind kind, List<Piece> left, List<Piece> right) {

        public Row {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /** A piece of plain text, and whether it differs from the other side. */
    public record Piece(String text, boolean changed) {}

    /** Whether nothing differs. */
    public boolean isSame() {
        return rows.stream().allMatch(row -> row.kind() == Kind.SAME);
    }

    static Comparison of(ArticleRevision left, ArticleRevision right) {
        List<Row> rows = new ArrayList<>();
        Content before = left.content();
        Content after = right.content();
        compare(Part.HEADLINE, before.headline(), after.headline(), rows);
        compare(Part.STANDFIRST, before.standfirst(), after.standfirst(), rows);
        compare(Part.TOPIC, text(before.topic()), text(after.topic()), rows);
        compare(Part.TAGS, String.join(", ", before.tags()), String.join(", ", after.tags()), rows);
        compare(Part.AUTHORS, names(before), names(after), rows);
        compare(Part.LANGUAGE, before.language(), after.language(), rows);
        compare(Part.PICTURE, picture(before.picture()), picture(after.picture()), rows);
        compareBodies(paragraphs(before.body().html()), paragraphs(after.body().html()), rows);
        return new Comparison(left.edit(), right.edit(), rows);
    }

    private static void compare(Part part, String before, String after, List<Row> rows) {
        if (!before.isEmpty() || !after.isEmpty()) {
            rows.add(row(part, before, after));
        }
    }

    private static void compareBodies(List<String> before, List<String> after, List<Row> rows) {
        int next = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            for (; next < delta.getSource().getPosition(); next++) {
                rows.add(row(Part.BODY, before.get(next), before.get(next)));
            }
            List<String> removed = delta.getSource().getLines();
            List<String> added = delta.getTarget().getLines();
            boolean close = delta.getType() == DeltaType.CHANGE && before.size() + after.size() <= MOST_CLOSE;
            int pairs = close ? Math.min(removed.size(), added.size()) : 0;
            for (int i = 0; i < pairs; i++) {
                rows.add(row(Part.BODY, removed.get(i), added.get(i)));
            }
            removed.stream().skip(pairs).map(text -> row(Part.BODY, text, "")).forEach(rows::add);
            added.stream().skip(pairs).map(text -> row(Part.BODY, "", text)).forEach(rows::add);
            next += removed.size();
        }
        for (; next < before.size(); next++) {
            rows.add(row(Part.BODY, before.get(next), before.get(next)));
        }
    }

    private static Row row(Part part, String before, String after) {
        if (before.equals(after)) {
            List<Piece> same = List.of(new Piece(before, false));
            return new Row(part, Kind.SAME, same, same);
        }
        if (before.isEmpty()) {
            return new Row(part, Kind.ADDED, List.of(), List.of(new Piece(after, true)));
        }
        if (after.isEmpty()) {
            return new Row(part, Kind.REMOVED, List.of(new Piece(before, true)), List.of());
        }
        List<String> words = words(before);
        List<String> otherWords = words(after);
        List<AbstractDelta<String>> deltas = DiffUtils.diff(words, otherWords).getDeltas();
        return new Row(
                part,
                Kind.CHANGED,
                pieces(words, deltas.stream().map(AbstractDelta::getSource).toList()),
                pieces(otherWords, deltas.stream().map(AbstractDelta::getTarget).toList()));
    }

    private static List<Piece> pieces(List<String> words, List<com.github.difflib.patch.Chunk<String>> changed) {
        List<Piece> pieces = new ArrayList<>();
        int next = 0;
        for (com.github.difflib.patch.Chunk<String> chunk : changed) {
            add(words.subList(next, chunk.getPosition()), false, pieces);
            add(chunk.getLines(), true, pieces);
            next = chunk.getPosition() + chunk.size();
        }
        add(words.subList(next, words.size()), false, pieces);
        return pieces;
    }

    private static void add(List<String> words, boolean changed, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(String.join("", words), changed));
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(Objects.requireNonNull(matcher.group()));
        }
        return words;
    }

    /** The texts of the blocks of a body, each once; a picture stands for itself by its address and text. */
    private static List<String> paragraphs(String html) {
        Element body = Jsoup.parse(html).body();
        List<String> paragraphs = new ArrayList<>();
        for (Element block : body.select(BLOCKS)) {
            String text = switch (block.normalName()) {
                case "img" -> "[" + block.attr("src") + "] " + block.attr("alt");
                case "hr" -> "———";
                default -> isLeaf(block) ? block.text() : block.ownText();
            };
            if (!text.isBlank()) {
                paragraphs.add(text.strip());
            }
        }
        String loose = body.ownText();
        if (!loose.isBlank()) {
            paragraphs.add(loose);
        }
        return paragraphs;
    }

    /** Whether no other block stands in this one. */
    private static boolean isLeaf(Element block) {
        return block.select(BLOCKS).size() == 1;
    }

    private static String names(Content content) {
        return String.join(", ", content.authors().stream().map(Author::name).toList());
    }

    private static String picture(@Nullable Picture picture) {
        return picture == null ? "" : (picture.source() + " " + picture.alternative()).strip();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
