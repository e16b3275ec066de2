package org.ardina.comment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.ardina.article.Slug;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;

/** Rules for the conversation that an operator sets. */
@Dependent
public class CommentConfiguration {

    static final String CLOSE_AFTER = "ardina.comments.close-after";
    static final String CLOSED_TOPICS = "ardina.comments.closed-topics";
    static final String REPORTS_TO_HOLD = "ardina.comments.reports-to-hold";

    static final String UNDO_FOR = "ardina.comments.undo-for";
    static final String LETTERS_EVERY = "ardina.comments.letters-every";

    private static final int MOST_REPORTS = 1000;

    private final Optional<Duration> closeAfter;
    private final Set<Slug> closedTopics;
    private final long reportsToHold;
    private final Duration undoFor;
    private final Duration lettersEvery;

    @Inject
    public CommentConfiguration(Settings settings) {
        this.closeAfter = settings.text(CLOSE_AFTER).map(text -> settings.duration(CLOSE_AFTER, Duration.ZERO));
        this.closedTopics = topics(settings.text(CLOSED_TOPICS).orElse(""));
        this.undoFor = settings.duration(UNDO_FOR, Duration.ofMinutes(2));
        this.lettersEvery = settings.duration(LETTERS_EVERY, Duration.ofHours(1));
        this.reportsToHold = settings.number(REPORTS_TO_HOLD, 2, 1, MOST_REPORTS);
    }

    private static Set<Slug> topics(String text) {
        Set<Slug> topics = new HashSet<>();
        for (Object topic : Collections.list(new StringTokenizer(text, ", \t"))) {
            String slug = String.valueOf(topic);
            if (!Slug.isValid(slug)) {
                throw new ConfigurationException(CLOSED_TOPICS, text, "slugs of topics, separated by commas", null);
            }
            topics.add(new Slug(slug));
        }
        return Set.copyOf(topics);
    }

    /** For so long after its publication an article can be commented on; absent: for ever. */
    public Optional<Duration> closeAfter() {
        return closeAfter;
    }

    /** Topics whose articles are not commented on. */
    public Set<Slug> closedTopics() {
        return closedTopics;
    }

    /** So many reports of readers who were right before take a comment from the pages until somebody has looked at it. */
    public long reportsToHold() {
        return reportsToHold;
    }

    /** For so long after a decision about a comment it can be undone; then the author is told. */
    public Duration undoFor() {
        return undoFor;
    }

    /** So often readers get letters about replies and mentions. */
    public Duration lettersEvery() {
        return lettersEvery;
    }
}
