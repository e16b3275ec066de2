package org.ardina.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends letters that go to many at a time, at once and in the thread of the caller: in the queue of letters to one person
 * they would keep those waiting.
 */
@ApplicationScoped
public class BulkPost {

    private static final Logger LOG = Logger.getLogger(BulkPost.class.getName());

    /** What became of a letter. */
    public enum Outcome {
        SENT,
        /** There is no such mailbox, or it will never take such a letter. */
        REFUSED,
        /** It may be taken later. */
        FAILED
    }

    @Inject
    private MailConfiguration configuration;

    @Inject
    private DeliveryChoice delivery;

    /** How long sending one letter may take. */
    public Duration longest() {
        return configuration.timeout().multipliedBy(MailJob.ANSWERS);
    }

    /**
     * Sends a letter.
     *
     * @param id unlike that of any other letter, and the same for all attempts to send this one
     */
    public Outcome send(Mail mail, String language, String id, Instant sentAt) {
        try {
            Delivery way = delivery.delivery();
            way.deliver(MessageComposition.compose(mail, language, id, sentAt, configuration.from(), way.session()));
            return Outcome.SENT;
        } catch (AddressException unusable) {
            return Outcome.REFUSED;
        } catch (MessagingException failed) {
            LOG.log(Level.FINE, "The letter {0} was not taken: {1}", new Object[] {id, DeliveryFailure.describe(failed)
            });
            return DeliveryFailure.isFinal(failed) ? Outcome.REFUSED : Outcome.FAILED;
        }
    }
}
