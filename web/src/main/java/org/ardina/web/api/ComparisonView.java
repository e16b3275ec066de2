package org.ardina.web.api;

import java.util.List;
import org.ardina.newsroom.Comparison;

/**
 * Two texts of an article side by side, paragraph by paragraph.
 *
 * @param same whether nothing differs
 * @param rows in the order of the texts: first what stands around the body, then the body
 */
public record ComparisonView(
        ManuscriptView.TextView left, ManuscriptView.TextView right, boolean same, List<RowView> rows) {

    /**
     * A paragraph on both sides, empty on the side where there is none.
     *
     * @param part of the article: HEADLINE, STANDFIRST, TOPIC, TAGS, AUTHORS, LANGUAGE, PICTURE or BODY
     * @param kind of the difference: SAME, CHANGED, ADDED or REMOVED
     */
    public record RowView(String part, String kind, List<PieceView> left, List<PieceView> right) {

        static RowView of(Comparison.Row row) {
            return new RowView(
                    row.part().name(),
                    row.kind().name(),
                    row.left().stream().map(PieceView::of).toList(),
                    row.right().stream().map(PieceView::of).toList());
        }
    }

    /** A piece of plain text, and whether it differs from the other side. */
    public record PieceView(String text, boolean changed) {

        static PieceView of(Comparison.Piece piece) {
            return new PieceView(piece.text(), piece.changed());
        }
    }

    static ComparisonView of(Comparison comparison) {
        return new ComparisonView(
                ManuscriptView.TextView.of(comparison.left()),
                ManuscriptView.TextView.of(comparison.right()),
                comparison.isSame(),
                comparison.rows().stream().map(RowView::of).toList());
    }
}
