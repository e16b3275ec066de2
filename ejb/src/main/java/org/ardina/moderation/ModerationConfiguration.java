package org.ardina.moderation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;

/** How strict the checks are, as an operator sets it. */
@Dependent
public class ModerationConfiguration {

    static final String MODE = "ardina.moderation.mode";
    static final String WORDS = "ardina.moderation.words-dir";
    static final String LONGEST = "ardina.moderation.longest";
    static final String MOST_LINKS = "ardina.moderation.most-links";
    static final String FIRST_COMMENTS = "ardina.moderation.first-comments";
    static final String CAPITALS = "ardina.moderation.capitals-percent";
    static final String ALIKE = "ardina.moderation.alike-percent";
    static final String REJECTED = "ardina.moderation.rejected-percent";
    static final String HOLD_SCORE = "ardina.moderation.hold-score";
    static final String REJECT_SCORE = "ardina.moderation.reject-score";

    private final ModerationMode mode;
    private final Optional<Path> words;
    private final Thresholds thresholds;

    @Inject
    public ModerationConfiguration(Settings settings) {
        this.mode = mode(settings.text(MODE).orElse("after"));
        this.words = settings.text(WORDS).map(Path::of);
        if (words.isPresent() && !Files.isDirectory(words.get())) {
            throw new ConfigurationException(WORDS, words.get().toString(), "a folder of word lists", null);
        }
        Thresholds standard = Thresholds.STANDARD;
        this.thresholds = new Thresholds(
                (int) settings.number(LONGEST, standard.longest(), 1, 20_000),
                (int) settings.number(MOST_LINKS, standard.mostLinks(), 0, 100),
                (int) settings.number(FIRST_COMMENTS, standard.firstComments(), 0, 1_000),
                (int) settings.number(CAPITALS, standard.capitalsPercent(), 1, 101),
                (int) settings.number(ALIKE, standard.alikePercent(), 1, 101),
                (int) settings.number(REJECTED, standard.rejectedPercent(), 1, 101),
                (int) settings.number(HOLD_SCORE, standard.holdScore(), 1, 101),
                (int) settings.number(REJECT_SCORE, standard.rejectScore(), 1, 101));
    }

    /** Whether comments are looked at first where nothing else is said. */
    public ModerationMode mode() {
        return mode;
    }

    /** The thresholds of the checks. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** The folder with word lists; absent: the lists that come with the application. */
    Optional<Path> words() {
        return words;
    }

    private static ModerationMode mode(String value) {
        return switch (value) {
            case "before" -> ModerationMode.BEFORE_PUBLICATION;
            case "after" -> ModerationMode.AFTER_PUBLICATION;
            default -> throw new ConfigurationException(MODE, value, "before or after", null);
        };
    }
}
