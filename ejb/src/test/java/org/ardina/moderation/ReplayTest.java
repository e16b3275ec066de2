package org.ardina.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ardina.configuration.MapConfig;
import org.ardina.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final Thresholds SAME = Thresholds.STANDARD;

    private static final List<PastComment> PAST = List.of(
            past("1", "A quiet afternoon at the harbour.", null),
            past("2", "Pass the m4rmalade, please.", Verdict.PUBLISH),
            past("3", "Such a pudding of an argument!", Verdict.REJECT),
            past("4", "Oh, custard.", Verdict.PUBLISH),
            past("5", "WHY DOES NOBODY READ THIS PAGE?", null));

    private Moderation moderation;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("banned-en.txt"), "marmalade\n");
        Files.writeString(folder.resolve("suspect-en.txt"), "custard*  # and what goes with it\n");
        moderation = new Moderation(
                new ModerationConfiguration(MapConfig.settings("ardina.moderation.words-dir", folder.toString())));
    }

    @Test
    void changesNothingWithTheSameRules() {
        Replay replay = moderation.replay(PAST, new RuleChange(SAME, Map.of(), List.of()));
        assertThat(replay.changes()).isEmpty();
        assertThat(replay.before())
                .isEqualTo(replay.after())
                .isEqualTo(new Replay.Tally(Map.of(Verdict.PUBLISH, 2, Verdict.HOLD, 2, Verdict.REJECT, 1), 0, 2));
    }

    @Test
    void tellsWhatOtherWordsWouldChange() {
        Replay replay = moderation.replay(
                PAST,
                new RuleChange(
                        SAME, Map.of("banned.txt", List.of("pudding")), List.of("Marmalade", "custard*", "unknown")));
        assertThat(replay.changes())
                .containsExactly(
                        new Replay.Change("2", Verdict.REJECT, Verdict.PUBLISH, Verdict.PUBLISH, List.of()),
                        new Replay.Change(
                                "3",
                                Verdict.PUBLISH,
                                Verdict.REJECT,
                                Verdict.REJECT,
                                List.of(new Finding(
                                        Verdict.REJECT, ModerationReason.BANNED_WORDS, new Passage(7, "pudding")))),
                        new Replay.Change("4", Verdict.HOLD, Verdict.PUBLISH, Verdict.PUBLISH, List.of()));
        assertThat(replay.after())
                .isEqualTo(new Replay.Tally(Map.of(Verdict.PUBLISH, 3, Verdict.HOLD, 1, Verdict.REJECT, 1), 3, 0));
    }

    @Test
    void tellsWhatOtherThresholdsWouldChange() {
        Replay replay = moderation.replay(
                PAST, new RuleChange(new Thresholds(5_000, 2, 0, 101, 90, 50, 101, 101), Map.of(), List.of()));
        assertThat(replay.changes()).extracting(Replay.Change::id).containsExactly("5");
    }

    @Test
    void leavesTheRulesInForceAlone() {
        moderation.replay(PAST, new RuleChange(SAME, Map.of(), List.of("marmalade")));
        assertThat(moderation
                        .judge(Comments.by("Pass the marmalade").submission())
                        .verdict())
                .isEqualTo(Verdict.REJECT);
    }

    @Test
    void saysWhichEntryIsNoWord() {
        assertThatThrownBy(() -> moderation.replay(
                        PAST, new RuleChange(SAME, Map.of("banned.txt", List.of("pud*ding")), List.of())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pud*ding");
        assertThatThrownBy(() -> moderation.replay(
                        PAST, new RuleChange(SAME, Map.of("forbidden.txt", List.of("pudding")), List.of())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("forbidden.txt");
    }

    private static PastComment past(String id, String text, @Nullable Verdict decided) {
        return new PastComment(id, Comments.by(text).submission(), decided);
    }
}
