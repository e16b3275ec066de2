package org.ardina.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModerationConfigurationTest {

    @Test
    void hasDefaults() {
        ModerationConfiguration configuration = new ModerationConfiguration(MapConfig.settings());
        assertThat(configuration.mode()).isEqualTo(ModerationMode.AFTER_PUBLICATION);
        assertThat(configuration.words()).isEmpty();
        assertThat(configuration.thresholds()).isEqualTo(new Thresholds(5_000, 2, 0, 70, 90, 50, 90, 101));
    }

    @Test
    void readsWhatIsConfigured(@TempDir Path folder) {
        ModerationConfiguration configuration = new ModerationConfiguration(MapConfig.settings(
                "ardina.moderation.mode", "before",
                "ardina.moderation.words-dir", folder.toString(),
                "ardina.moderation.longest", "10",
                "ardina.moderation.most-links", "1",
                "ardina.moderation.first-comments", "2",
                "ardina.moderation.capitals-percent", "3",
                "ardina.moderation.alike-percent", "4",
                "ardina.moderation.rejected-percent", "5",
                "ardina.moderation.hold-score", "6",
                "ardina.moderation.reject-score", "7"));
        assertThat(configuration.mode()).isEqualTo(ModerationMode.BEFORE_PUBLICATION);
        assertThat(configuration.words()).contains(folder);
        assertThat(configuration.thresholds()).isEqualTo(new Thresholds(10, 1, 2, 3, 4, 5, 6, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "ardina.moderation.mode, never",
        "ardina.moderation.words-dir, /no/such/folder",
        "ardina.moderation.longest, 0",
        "ardina.moderation.most-links, -1",
        "ardina.moderation.hold-score, 102"
    })
    void refusesWhatMakesNoSense(String key, String value) {
        assertThatThrownBy(() -> new ModerationConfiguration(MapConfig.settings(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key);
    }

    @Test
    void judgesByTheListsOfAConfiguredFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("banned-en.txt"), "marmalade # only here\n\n# nothing more\n");
        Files.writeString(folder.resolve("README.md"), "not a list");
        Moderation moderation = new Moderation(
                new ModerationConfiguration(MapConfig.settings("ardina.moderation.words-dir", folder.toString())));
        assertThat(moderation
                        .judge(Comments.by("Pass the m4rm4l4de").submission())
                        .verdict())
                .isEqualTo(Verdict.REJECT);
        assertThat(moderation
                        .judge(Comments.by("Passe a marmalade").in("pt").submission())
                        .verdict())
                .isEqualTo(Verdict.PUBLISH);
    }

    @Test
    void namesTheLineThatIsNoWord(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("suspect.txt"), "marmalade\njam*jam\n");
        assertThatThrownBy(() -> WordLists.read(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ardina.moderation.words-dir")
                .hasMessageContaining("suspect.txt, line 2");
        Files.write(folder.resolve("suspect.txt"), new byte[] {(byte) 0xE9, '\n'});
        assertThatThrownBy(() -> WordLists.read(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refusesAFolderWithoutLists(@TempDir Path folder) {
        assertThatThrownBy(() -> WordLists.read(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("banned-en.txt");
    }
}
