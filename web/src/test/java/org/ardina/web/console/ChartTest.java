package org.ardina.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void theLargestFigureFillsTheHeightAndTheSmallestIsSeen() {
        Chart chart = Chart.of(List.of("a", "b", "c"), List.of("0", "1", "1000"), List.of(0, 1, 1000));
        assertThat(chart.columns()).extracting(Chart.Column::height).containsExactly(0, 1, Chart.HEIGHT);
        assertThat(chart.columns())
                .allMatch(column ->
                        column.y() + column.height() == Chart.HEIGHT && column.x() + column.width() <= chart.width());
        assertThat(chart.total()).isEqualTo(1001);
    }

    @Test
    void nothingIsNoColumn() {
        assertThat(Chart.of(List.of("a"), List.of("0"), List.of(0)).columns())
                .singleElement()
                .matches(column -> column.height() == 0);
        assertThat(Chart.of(List.of(), List.of(), List.of()).columns()).isEmpty();
    }
}
