package org.ardina.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.StoresOpened;

/** Judges comments by the rules in force. */
@ApplicationScoped
public class Moderation {

    private final ModerationMode mode;
    private final Thresholds thresholds;
    private final Supplier<WordLists> words;
    private final Rules rules;

    @Inject
    public Moderation(ModerationConfiguration configuration) {
        this.mode = configuration.mode();
        this.thresholds = configuration.thresholds();
        this.words = words(configuration.words());
        this.rules = new Rules(thresholds, words);
    }

    /** For the container's proxy. */
    protected Moderation() {
        this.mode = ModerationMode.AFTER_PUBLICATION;
        this.thresholds = Thresholds.STANDARD;
        this.words = () -> WordLists.NONE;
        this.rules = new Rules(thresholds, words);
    }

    /** Has this made when the server starts, so that what is configured wrongly is told then. */
    void check(@Observes StoresOpened opened) {
        // Nothing more to do.
    }

    /** What is to happen with the comment, and why. */
    public Judgement judge(Submission submission) {
        return rules.judge(submission);
    }

    /**
     * What other rules would have made of past comments; nothing is changed.
     *
     * @throws InvalidInputException if an entry of a word list is not one
     */
    public Replay replay(List<PastComment> comments, RuleChange change) {
        WordLists changed;
        try {
            changed = words.get().changed(change.added(), change.removed());
        } catch (IllegalArgumentException notAWord) {
            throw new InvalidInputException("word-list", String.valueOf(notAWord.getMessage()));
        }
        return Replay.of(comments, rules, new Rules(change.thresholds(), changed));
    }

    private static Supplier<WordLists> words(Optional<Path> folder) {
        if (folder.isPresent()) {
            return new WordFolder(folder.get(), InstantSource.system());
        }
        WordLists shipped = WordLists.shipped();
        return () -> shipped;
    }

    /** Whether comments are looked at first where neither topic, article nor account says so. */
    public ModerationMode mode() {
        return mode;
    }

    /** The thresholds in force. */
    public Thresholds thresholds() {
        return thresholds;
    }
}
