package org.ardina.newsletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.account.Token;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.configuration.PublicAddress;
import org.ardina.job.JobHandler;
import org.ardina.job.JobPostponedException;
import org.ardina.job.Lease;
import org.ardina.mail.BulkPost;
import org.ardina.mail.LetterTexts;
import org.ardina.newsletter.SubscriptionRepository.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Sends the edition that is due to all who are still to get it. Before a letter is handed over its reader is marked as
 * served: whoever goes on after a crash sends nobody a second one. A reader whose letter was not taken is marked back.
 */
@ApplicationScoped
class EditionJob implements JobHandler {

    static final String KIND = "newsletter";

    /** Yesterday's news is not sent tomorrow. */
    static final Duration PATIENCE = Duration.ofHours(12);

    private static final int AT_ONCE = 100;

    /** So many letters one after the other that are not taken mean that none is. */
    private static final int MOST_FAILURES = 5;

    private static final int MOST_REFUSALS = 3;
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final Logger LOG = Logger.getLogger(EditionJob.class.getName());

    @Inject
    private SubscriptionRepository subscriptions;

    @Inject
    private EditionCalendar calendar;

    @Inject
    private Articles articles;

    @Inject
    private BulkPost post;

    @Inject
    private PublicAddress site;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String cadence, Lease lease) {
        Instant now = Instant.now();
        Edition edition = calendar.last(Cadence.valueOf(cadence), now);
        if (!isTimely(edition, now)) {
            return;
        }
        EditionStories stories = new EditionStories(edition, articles);
        @Nullable String after = null;
        int sent = 0;
        int failed = 0;
        int failedInARow = 0;
        List<Waiting> some = subscriptions.waiting(edition, after, AT_ONCE);
        while (!some.isEmpty() && failedInARow < MOST_FAILURES) {
            for (Waiting reader : some) {
                lease.renew(post.longest());
                switch (serve(reader, edition, stories)) {
                    case SENT -> {
                        sent++;
                        failedInARow = 0;
                    }
                    case REFUSED -> failedInARow = 0;
                    case FAILED -> {
                        failed++;
                        failedInARow++;
                    }
                }
                if (failedInARow == MOST_FAILURES) {
                    break;
                }
                after = reader.address();
            }
            some = subscriptions.waiting(edition, after, AT_ONCE);
        }
        LOG.log(Level.INFO, "The {0} newsletter was served to {1} readers; {2} are tried again", new Object[] {
            cadence, sent, failed
        });
        if (failed > 0) {
            throw new JobPostponedException(PAUSE, new IllegalStateException("Some letters were not taken"));
        }
    }

    static boolean isTimely(Edition edition, Instant now) {
        return edition.due().plus(PATIENCE).isAfter(now);
    }

    private BulkPost.Outcome serve(Waiting reader, Edition edition, EditionStories stories) {
        Subscription subscription = reader.subscription();
        List<ArticleSummary> chosen = stories.of(subscription.choice().topics());
        if (!subscriptions.claim(reader, edition) || chosen.isEmpty()) {
            return BulkPost.Outcome.SENT;
        }
        LetterTexts texts = LetterTexts.of(subscription.choice().language());
        // The key never leaves the letter: it opens the subscription.
        String id = "newsletter." + edition.due().getEpochSecond() + '.' + Token.hash(subscription.key());
        BulkPost.Outcome outcome =
                post.send(Digest.write(subscription, chosen, texts, site), texts.language(), id, edition.due());
        switch (outcome) {
            case SENT -> subscriptions.taken(reader);
            case REFUSED -> subscriptions.refused(reader, MOST_REFUSALS);
            case FAILED -> subscriptions.release(reader, edition);
        }
        return outcome;
    }
}
