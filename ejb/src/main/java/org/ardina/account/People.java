package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The owners of active accounts, for other parts of the newsroom. */
@ApplicationScoped
public class People {

    @Inject
    private AccountRepository accounts;

    /** The account with this id. */
    public Optional<Account> find(String id) {
        return active(accounts.find(id)).map(AccountRepository.Stored::account);
    }

    /** The account with this username, however somebody writes it. */
    public Optional<Account> named(String username) {
        return active(accounts.findByUsername(Username.normalised(username))).map(AccountRepository.Stored::account);
    }

    /** Where letters to that account go; nothing for one without an address. */
    public Optional<Addressee> addressee(String id) {
        return active(accounts.find(id)).flatMap(stored -> {
            @Nullable String email = stored.profile().email();
            return email == null
                    ? Optional.empty()
                    : Optional.of(new Addressee(stored.account(), email, stored.language()));
        });
    }

    private static Optional<AccountRepository.Stored> active(Optional<AccountRepository.Stored> stored) {
        return stored.filter(account -> account.status() == Status.ACTIVE);
    }
}
