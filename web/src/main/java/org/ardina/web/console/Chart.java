package org.ardina.web.console;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A chart of columns, as a picture whose height and column width are given, and its figures.
 *
 * @param columns from left to right
 * @param largest of the figures, at the height of which the picture ends
 * @param total of the figures
 */
public record Chart(List<Column> columns, double largest, double total) {

    public static final int HEIGHT = 72;
    public static final int COLUMN = 12;
    private static final int GAP = 3;

    public Chart {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param label what it is of
     * @param value as it is read
     * @param x where it begins
     * @param y where its top is; an SVG counts from above
     */
    public record Column(String label, String value, int x, int y, int width, int height) {}

    /** @param values as they are read, each beside its figure */
    static Chart of(List<String> labels, List<String> values, List<? extends Number> figures) {
        double largest = figures.stream().mapToDouble(Number::doubleValue).max().orElse(0);
        List<Column> columns = IntStream.range(0, figures.size())
                .mapToObj(i -> {
                    double figure = figures.get(i).doubleValue();
                    // What is not nothing is seen.
                    int height = figure <= 0 ? 0 : Math.max(1, (int) Math.round(figure * HEIGHT / largest));
                    return new Column(labels.get(i), values.get(i), i * COLUMN, HEIGHT - height, COLUMN - GAP, height);
                })
                .toList();
        return new Chart(
                columns,
                largest,
                figures.stream().mapToDouble(Number::doubleValue).sum());
    }

    public int width() {
        return Math.max(1, columns.size()) * COLUMN - GAP;
    }

    public int height() {
        return HEIGHT;
    }
}
