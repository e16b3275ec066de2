package org.ardina.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ardina.limit.Limit;
import org.ardina.limit.LimitConfiguration;
import org.ardina.limit.Limits;
import org.ardina.openid.IdentityProvider;
import org.ardina.openid.ProvidedIdentity;
import org.ardina.openid.ProviderAnswer;
import org.ardina.openid.ProviderLogins;
import org.ardina.problem.BadCredentialsException;
import org.ardina.problem.BusinessException;
import org.ardina.problem.CodeRequiredException;
import org.ardina.problem.ConflictException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.LoginExpiredException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.ProviderAwayException;
import org.ardina.problem.TooManyRequestsException;
import org.jspecify.annotations.Nullable;

/**
 * Logging in with an account of another site, the configured provider, and linking such accounts with ours. A provider
 * stands in for the password only: whoever needs a code needs it here too. An e-mail address that provider and newsroom
 * have both verified says which account somebody probably has; it becomes theirs with its password only.
 */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class OpenIdAccounts {

    private static final Limit BEGUN = new Limit("provider-logins", 600, Duration.ofMinutes(10));

    @Inject
    private OpenRegistration registrations;

    @Inject
    private IdentityProvider provider;

    @Inject
    private ProviderLogins logins;

    @Inject
    private AccountRepository accounts;

    @Inject
    private IdentityRepository identities;

    @Inject
    private Login login;

    @Inject
    private SecondStep secondStep;

    @Inject
    private Limits limits;

    @Inject
    private LimitConfiguration limit;

    @Inject
    private Caller caller;

    @Inject
    private Event<AccountEvent> events;

    /** What becomes of somebody whom the provider has identified. */
    public sealed interface Arrival {

        /** They are logged in. */
        record Entered(Session session, String next) implements Arrival {}

        /**
         * A code is to follow.
         *
         * @param login what {@link Sessions#finish} goes on with
         */
        record CodeNeeded(String login, String next) implements Arrival {

            @Override
            public String toString() {
                return "CodeNeeded";
            }
        }

        /**
         * They are to say what account they want.
         *
         * @param secret what that goes on with
         */
        record Unknown(String secret) implements Arrival {

            @Override
            public String toString() {
                return "Unknown";
            }
        }

        /** They were logged in, and the identity is that account's. */
        record Known(String next) implements Arrival {}
    }

    /**
     * An account for an identity.
     *
     * @param account the name of the one that it seems to belong to; absent where a new one is to be made
     * @param email as the provider knows it
     * @param username for a new one; empty where nothing comes to mind
     * @param displayName for a new one; may be empty
     */
    public record Proposal(
            @Nullable String account, @Nullable String email, String username, String displayName) {}

    /**
     * How the caller logs in.
     *
     * @param provider the name of the configured one
     * @param identity that of the caller's account, which may be of another provider that was configured before
     */
    public record State(
            @Nullable String provider, @Nullable LinkedIdentity identity, boolean hasPassword, boolean mayLink) {}

    /** What the provider is called; absent where there is none. */
    public Optional<String> provider() {
        return provider.name();
    }

    /** How long a browser has for each step. */
    public Duration lifetime() {
        return logins.lifetime();
    }

    /**
     * Begins a login, or when the caller is logged in, the linking of an identity with their account.
     *
     * @throws ProviderAwayException if the provider does not answer
     * @throws TooManyRequestsException if this was begun too often from one place
     */
    public ProviderLogins.Begun begin(String next, Device device) {
        if (provider.name().isEmpty()) {
            throw new NotFoundException("page");
        }
        limits.take(BEGUN, device.network());
        return logins.begin(next);
    }

    /**
     * Takes what a browser brings back from the provider.
     *
     * @throws BusinessException if nobody is identified; if the account must not be used; if the identity is another
     *     account's than the caller's
     */
    public Arrival arrive(String secret, ProviderAnswer answer, Device device) {
        ProviderLogins.Identified found = logins.identify(secret, answer);
        Optional<AccountRepository.Stored> owner = identities.find(found.identity());
        Optional<String> here = caller.accountId();
        if (owner.isPresent() && here.isPresent()) {
            if (!owner.get().account().id().equals(here.get())) {
                throw identityTaken();
            }
            return new Arrival.Known(found.next());
        }
        if (owner.isPresent()) {
            return enter(login.usable(owner.get()), found.next(), device);
        }
        here.flatMap(accounts::find).ifPresent(this::requireRoom);
        @Nullable String account = here.or(() -> probable(found.identity())).orElse(null);
        return new Arrival.Unknown(logins.keep(new ProviderLogins.Waiting(found.identity(), found.next(), account)));
    }

    private Arrival enter(AccountRepository.Stored recognised, String next, Device device) {
        try {
            return new Arrival.Entered(login.enter(secondStep.requireNone(recognised), device), next);
        } catch (CodeRequiredException right) {
            return new Arrival.CodeNeeded(right.login(), next);
        }
    }

    /** What account an identity could have. */
    public Optional<Proposal> proposal(String secret) {
        return logins.find(secret).map(waiting -> {
            ProvidedIdentity identity = waiting.identity();
            @Nullable String account = waiting.account();
            if (account != null) {
                return new Proposal(
                        accounts.find(account)
                                .orElseThrow(LoginExpiredException::new)
                                .account()
                                .username(),
                        identity.email(),
                        "",
                        "");
            }
            String name = identity.name();
            return new Proposal(
                    null,
                    email(identity).map(EmailAddress::value).orElse(null),
                    UsernameProposal.of(accounts::isTaken, identity.username(), name),
                    name == null ? "" : name);
        });
    }

    /**
     * Makes an account for an identity that has none, and logs in.
     *
     * @return the session, and where they wanted to go
     * @throws InvalidInputException if something breaks a rule; the message says what to do
     * @throws ConflictException if the name is taken, or the identity has an account by now
     * @throws ForbiddenException if the account is there, and its e-mail address has to be confirmed first
     * @throws LoginExpiredException if that was too long ago
     */
    public Arrival register(String secret, String username, String displayName, String language, Device device) {
        ProviderLogins.Waiting waiting =
                logins.find(secret).filter(each -> each.account() == null).orElseThrow(LoginExpiredException::new);
        ProvidedIdentity identity = waiting.identity();
        registrations.requireOpen();
        Username name = Username.chosen(username);
        String shown = DisplayName.chosen(displayName);
        limits.take(limit.registrations(), device.network());
        Optional<EmailAddress> email = email(identity);
        boolean verified = identity.emailVerified()
                && email.isPresent()
                && accounts.findByVerifiedEmail(email.get()).isEmpty();
        Optional<AccountRepository.Stored> made =
                identities.insert(name, shown, email.orElse(null), verified, identity, language, Instant.now());
        if (made.isEmpty()) {
            throw identities.find(identity).isPresent()
                    ? identityTaken()
                    : new ConflictException(
                            "username-taken", "This username is taken, or looks too much like one that is.");
        }
        logins.take(secret);
        fire(AccountEvent.Kind.REGISTERED, made.get(), Map.of("issuer", identity.issuer()));
        return enter(made.get(), waiting.next(), device);
    }

    /**
     * Links an identity with the account that it seems to belong to, or with the caller's, and logs in who is not.
     *
     * @param code of the second factor, for accounts that have one
     * @throws BadCredentialsException if the password is wrong
     * @throws ConflictException if the identity belongs to another account
     * @throws LoginExpiredException if the login was too long ago
     * @throws BusinessException as {@link Sessions#open} and {@link Sessions#finish}
     */
    public Arrival link(String secret, String password, String code, Device device) {
        ProviderLogins.Waiting waiting = logins.find(secret).orElseThrow(LoginExpiredException::new);
        Optional<String> here = caller.accountId();
        AccountRepository.Stored account = Optional.ofNullable(waiting.account())
                .filter(id -> here.isEmpty() || here.get().equals(id))
                .flatMap(accounts::find)
                .orElseThrow(LoginExpiredException::new);
        AccountRepository.Stored recognised =
                withCode(login.recognise(account.account().username(), password, device), code);
        requireRoom(recognised);
        AccountRepository.Stored linked = identities
                .link(recognised.account().id(), recognised.identity(), waiting.identity(), Instant.now())
                .orElseThrow(OpenIdAccounts::identityTaken);
        logins.take(secret);
        fire(
                AccountEvent.Kind.IDENTITY_LINKED,
                linked,
                Map.of("issuer", waiting.identity().issuer()));
        return here.isPresent()
                ? new Arrival.Known(waiting.next())
                : new Arrival.Entered(login.enter(linked, device), waiting.next());
    }

    /** How the caller logs in. */
    @RolesAllowed(Role.READER)
    public State state() {
        AccountRepository.Stored own = own();
        @Nullable String name = provider.name().orElse(null);
        return new State(name, own.identity(), own.passwordHash() != null, name != null && !hasIdentity(own));
    }

    /**
     * Takes the identity away from the caller's account.
     *
     * @throws BadCredentialsException if the password is wrong
     * @throws ConflictException if there is no password, so that nobody could log in any more
     */
    @RolesAllowed(Role.READER)
    public void unlink(String password, Device device) {
        AccountRepository.Stored own = own();
        if (own.passwordHash() == null) {
            throw new ConflictException(
                    "identity-only-way", "You have no other way to log in. Set a password first, then unlink.");
        }
        login.requirePassword(own, password, device);
        LinkedIdentity identity = own.identity();
        Optional<AccountRepository.Stored> unlinked =
                identities.unlink(own.account().id());
        if (unlinked.isPresent() && identity != null) {
            fire(AccountEvent.Kind.IDENTITY_UNLINKED, unlinked.get(), Map.of("issuer", identity.issuer()));
        }
    }

    private AccountRepository.Stored withCode(AccountRepository.Stored recognised, String code) {
        try {
            return secondStep.requireNone(recognised);
        } catch (CodeRequiredException right) {
            if (code.isBlank()) {
                throw new InvalidInputException(
                        "code-missing", "This account logs in with a code: type the one that your app shows now.");
            }
            return secondStep.take(right.login(), code);
        }
    }

    /** The id of the account of whoever has the mailbox, as far as both sites know. */
    private Optional<String> probable(ProvidedIdentity identity) {
        return identity.emailVerified()
                ? email(identity)
                        .flatMap(accounts::findByVerifiedEmail)
                        .map(found -> found.account().id())
                : Optional.empty();
    }

    private static Optional<EmailAddress> email(ProvidedIdentity identity) {
        @Nullable String email = identity.email();
        try {
            return email == null ? Optional.empty() : Optional.of(EmailAddress.given(email));
        } catch (InvalidInputException notAnAddress) {
            return Optional.empty();
        }
    }

    private void requireRoom(AccountRepository.Stored account) {
        if (hasIdentity(account)) {
            throw new ConflictException(
                    "identity-present", "Your account is linked with another one already. Unlink that first.");
        }
    }

    /** Whether the account has an identity of the configured provider; one of a provider before it can be replaced. */
    private boolean hasIdentity(AccountRepository.Stored account) {
        LinkedIdentity identity = account.identity();
        return identity != null && provider.isCalled(identity.issuer());
    }

    private AccountRepository.Stored own() {
        return accounts.find(caller.requireAccountId()).orElseThrow(() -> new NotFoundException("account"));
    }

    private void fire(AccountEvent.Kind kind, AccountRepository.Stored account, Map<String, String> details) {
        events.fire(new AccountEvent(kind, account.account(), caller.accountId().orElse(null), details));
    }

    private static ConflictException identityTaken() {
        return new ConflictException(
                "identity-taken", "That account of the other site belongs to another account here.");
    }
}
