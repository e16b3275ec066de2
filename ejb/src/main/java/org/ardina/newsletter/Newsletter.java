package org.ardina.newsletter;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ardina.account.Device;
import org.ardina.account.EmailAddress;
import org.ardina.account.Token;
import org.ardina.limit.Limit;
import org.ardina.limit.Limits;
import org.ardina.mail.Letters;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.LinkExpiredException;
import org.ardina.problem.TooManyRequestsException;

/**
 * Asking for digests by e-mail, confirming it, choosing otherwise and ending it. Nobody learns from any answer whether an
 * address is known; what there is of somebody is shown to whoever has a link out of a letter to them.
 */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Newsletter {

    private static final Limit FROM_ONE = new Limit("newsletter-from", 20, Duration.ofHours(1));
    private static final Limit TO_ONE = new Limit("newsletter-to", 3, Duration.ofHours(1));

    @Inject
    private Limits limits;

    @Inject
    private Letters letters;

    @Inject
    private RequestRepository requests;

    @Inject
    private SubscriptionRepository subscriptions;

    /**
     * Sends a letter with which whoever reads it can confirm the choice, whether or not the address is known.
     *
     * @throws InvalidInputException if the address is none
     * @throws TooManyRequestsException if it was asked for too often, for this address or from this place
     */
    public void request(String email, Choice choice, Device device) {
        EmailAddress address = EmailAddress.given(email);
        limits.take(FROM_ONE, device.network());
        limits.take(TO_ONE, address.key());
        letters.post(ConfirmationLetter.KIND, choice.language(), ConfirmationLetter.details(address, choice));
    }

    /**
     * Begins a subscription with the token of a link, or gives the one that there is the new choice.
     *
     * @throws LinkExpiredException if the link was used, or is too old
     */
    public void confirm(String token) {
        Instant now = Instant.now();
        RequestRepository.Request request =
                requests.take(Token.hash(token), now).orElseThrow(LinkExpiredException::new);
        subscriptions.put(request.email(), Token.random(), request.choice(), now);
    }

    /** The subscription with that key. */
    public Optional<Subscription> find(String key) {
        return subscriptions.find(key);
    }

    /**
     * Gives a subscription another choice.
     *
     * @throws LinkExpiredException if there is none with that key any more
     */
    public void change(String key, Choice choice) {
        if (!subscriptions.change(key, choice, Instant.now())) {
            throw new LinkExpiredException();
        }
    }

    /** Ends a subscription and erases the address; it does no harm to do that again. */
    public void unsubscribe(String key) {
        subscriptions.delete(key);
    }
}
