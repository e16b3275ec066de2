package org.ardina.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.ardina.article.Slug;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.MapConfig;
import org.junit.jupiter.api.Test;

class CommentConfigurationTest {

    @Test
    void hasDefaults() {
        CommentConfiguration configuration = new CommentConfiguration(MapConfig.settings());
        assertThat(configuration.closeAfter()).isEmpty();
        assertThat(configuration.closedTopics()).isEmpty();
        assertThat(configuration.reportsToHold()).isEqualTo(2);
        assertThat(configuration.undoFor()).isEqualTo(Duration.ofMinutes(2));
        assertThat(configuration.lettersEvery()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void readsWhatIsConfigured() {
        CommentConfiguration configuration = new CommentConfiguration(MapConfig.settings(
                "ardina.comments.close-after", "P30D",
                "ardina.comments.closed-topics", "obituaries, courts",
                "ardina.comments.reports-to-hold", "5",
                "ardina.comments.undo-for", "PT10S",
                "ardina.comments.letters-every", "P1D"));
        assertThat(configuration.closeAfter()).hasValue(Duration.ofDays(30));
        assertThat(configuration.closedTopics()).containsExactlyInAnyOrder(new Slug("obituaries"), new Slug("courts"));
        assertThat(configuration.reportsToHold()).isEqualTo(5);
        assertThat(configuration.undoFor()).isEqualTo(Duration.ofSeconds(10));
        assertThat(configuration.lettersEvery()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertRefused("ardina.comments.close-after", "30 days");
        assertRefused("ardina.comments.closed-topics", "Not a slug!");
        assertRefused("ardina.comments.reports-to-hold", "0");
    }

    private static void assertRefused(String key, String value) {
        assertThatThrownBy(() -> new CommentConfiguration(MapConfig.settings(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key);
    }
}
