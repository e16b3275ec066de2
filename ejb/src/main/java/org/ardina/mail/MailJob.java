package org.ardina.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.job.JobHandler;
import org.ardina.job.JobPostponedException;
import org.ardina.job.Lease;
import org.ardina.store.StoresOpened;

/**
 * Sends letters. One that could not be sent is tried again after growing pauses, for a day. All attempts carry the same
 * Message-ID, by which a mail program knows a letter that a server took although its answer was lost.
 */
@ApplicationScoped
class MailJob implements JobHandler {

    static final String KIND = "mail";
    static final String LANGUAGE = "language";

    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    /** A conversation with a mail server is that many answers, each within the timeout. */
    static final int ANSWERS = 12;

    private static final Logger LOG = Logger.getLogger(MailJob.class.getName());

    @Inject
    private MailConfiguration configuration;

    @Inject
    private DeliveryChoice delivery;

    @Any
    @Inject
    private Instance<LetterWriter> writers;

    /** Has a wrong configuration found at the start rather than with the first letter. */
    void check(@Observes StoresOpened opened) {
        LOG.log(
                Level.INFO,
                "Messages go to {0}",
                configuration.server().map(SmtpServer::toString).orElse("a folder"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String letter, Lease lease) {
        LetterWriter writer = writers.stream()
                .filter(candidate -> candidate.letters().contains(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody writes letters of the kind " + letter));
        Map<String, String> details = new HashMap<>(lease.details());
        LetterTexts texts = LetterTexts.of(String.valueOf(details.remove(LANGUAGE)));
        Optional<Mail> mail = writer.write(letter, details, texts);
        if (mail.isEmpty()) {
            return;
        }
        lease.renew(configuration.timeout().multipliedBy(ANSWERS));
        try {
            Delivery way = delivery.delivery();
            way.deliver(MessageComposition.compose(
                    mail.get(), texts.language(), lease.job(), lease.addedAt(), configuration.from(), way.session()));
        } catch (AddressException unusable) {
            LOG.log(Level.WARNING, "The letter {0} was not sent: its address cannot be used", letter);
        } catch (MessagingException failed) {
            giveUpOrTryAgain(letter, lease, failed);
        }
    }

    private static void giveUpOrTryAgain(String letter, Lease lease, MessagingException failed) {
        String reason = DeliveryFailure.describe(failed);
        if (DeliveryFailure.isFinal(failed)) {
            LOG.log(Level.WARNING, "The letter {0} ({1}) was refused: {2}", new Object[] {letter, lease.job(), reason});
            return;
        }
        if (lease.addedAt().plus(PATIENCE).isBefore(Instant.now())) {
            LOG.log(Level.SEVERE, "The letter {0} ({1}) is given up after a day: {2}", new Object[] {
                letter, lease.job(), reason
            });
            return;
        }
        Duration pause = pause(lease.attempt());
        LOG.log(Level.WARNING, "The letter {0} ({1}) could not be sent and is tried again in {2}: {3}", new Object[] {
            letter, lease.job(), pause, reason
        });
        throw new JobPostponedException(pause, failed);
    }

    /** Twice as long after each attempt. */
    static Duration pause(int attempt) {
        int doublings = Math.min(attempt - 1, 20);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
