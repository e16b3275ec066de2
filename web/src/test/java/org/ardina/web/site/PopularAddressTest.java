package org.ardina.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ardina.article.Slug;
import org.ardina.popularity.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PopularAddressTest {

    @ParameterizedTest
    @EnumSource
    void everyListHasOneAddress(Period period) {
        for (String topic : List.of("", "period-1", "city")) {
            PopularAddress address = new PopularAddress(period, topic.isEmpty() ? null : new Slug(topic));
            assertThat(PopularAddress.parse(address.path())).isEqualTo(address);
            assertThat(PageAddress.parse(address.path()).kind()).isEqualTo("popular");
        }
    }

    @ParameterizedTest
    @CsvSource({
        ",,/popular",
        "day,,/popular",
        "week,,/popular?period=week",
        ",city,/popular?topic=city",
        "hour,city,/popular?period=hour&topic=city"
    })
    void leavesOutWhatMakesNoDifference(String period, String topic, String path) {
        assertThat(PopularAddress.of(period, topic).map(PopularAddress::path)).contains(path);
    }

    @Test
    void knowsNoOtherPeriodsAndTopics() {
        assertThat(PopularAddress.of("year", null)).isEmpty();
        assertThat(PopularAddress.of("", null)).isEmpty();
        assertThat(PopularAddress.of("day", "Not A Slug")).isEmpty();
    }
}
