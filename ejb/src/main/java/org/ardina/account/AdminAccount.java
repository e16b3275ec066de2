package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;
import org.ardina.store.StoresOpened;

/** The account {@value #USERNAME}, made at the first start with the configured password or a random one. */
@ApplicationScoped
public class AdminAccount {

    public static final String USERNAME = "admin";

    static final String PASSWORD = "ardina.admin.password";

    private static final int RANDOM_BYTES = 15;
    private static final Logger LOG = Logger.getLogger(AdminAccount.class.getName());

    private final AtomicReference<String> newPassword = new AtomicReference<>();

    @Inject
    private AccountRepository accounts;

    @Inject
    private AdministratorRepository administrators;

    @Inject
    private Passwords passwords;

    @Inject
    private Settings settings;

    /** The random password, to be shown once: there only in the server that made it, and only the first time. */
    public Optional<String> takeNewPassword() {
        return Optional.ofNullable(newPassword.getAndSet(null));
    }

    void prepare(@Observes StoresOpened opened) {
        Optional<AccountRepository.Stored> known = accounts.findByUsername(USERNAME);
        if (known.isPresent()) {
            if (known.get().account().role().equals(Role.ADMIN) && known.get().status() == Status.ACTIVE) {
                administrators.add(known.get().account().id());
            }
            return;
        }
        Optional<String> configured = settings.text(PASSWORD);
        if (configured.isPresent() && !PasswordPolicy.hasAllowedLength(configured.get())) {
            throw new ConfigurationException(
                    PASSWORD,
                    "(not shown)",
                    "a password of " + PasswordPolicy.MINIMUM_LENGTH + " to " + PasswordPolicy.MAXIMUM_LENGTH
                            + " characters",
                    null);
        }
        String password = configured.orElseGet(AdminAccount::random);
        // Replicas that start together all try; one succeeds.
        Optional<AccountRepository.Stored> made = accounts.insert(
                new Username(USERNAME), "Administrator", null, Role.ADMIN, passwords.hash(password), "");
        if (made.isPresent()) {
            administrators.add(made.get().account().id());
            LOG.log(Level.INFO, "The account {0} was made", USERNAME);
            if (configured.isEmpty()) {
                newPassword.set(password);
            }
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
