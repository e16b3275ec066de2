package org.ardina.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.ardina.store.StoresOpened;

/** Judges comments by the rules in force. */
@ApplicationScoped
public class Moderation {

    private final ModerationMode mode;
    private final Thresholds thresholds;
    private final Rules rules;

    @Inject
    public Moderation(ModerationConfiguration configuration) {
        this.mode = configuration.mode();
        this.thresholds = configuration.thresholds();
        this.rules =
                new Rules(thresholds, configuration.words().map(WordLists::read).orElseGet(WordLists::shipped));
    }

    /** For the container's proxy. */
    protected Moderation() {
        this.mode = ModerationMode.AFTER_PUBLICATION;
        this.thresholds = Thresholds.STANDARD;
        this.rules = new Rules(thresholds, WordLists.NONE);
    }

    /** Has this made when the server starts, so that what is configured wrongly is told then. */
    void check(@Observes StoresOpened opened) {
        // Nothing more to do.
    }

    /** What is to happen with the comment, and why. */
    public Judgement judge(Submission submission) {
        return rules.judge(submission);
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
