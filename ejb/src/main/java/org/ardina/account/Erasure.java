package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/** Erases what is personal in accounts whose owners left and did not come back. */
@ApplicationScoped
class Erasure {

    @Inject
    private AccountRepository accounts;

    @Inject
    private Event<AccountEvent> events;

    void eraseLeft(Instant now, int most) {
        for (AccountRepository.Stored left : accounts.toErase(now, most)) {
            accounts.erase(left.account().id())
                    .ifPresent(erased ->
                            events.fire(new AccountEvent(AccountEvent.Kind.ERASED, erased.account(), null, Map.of())));
        }
    }
}
