package org.ardina.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ardina.limit.LimitConfiguration;
import org.ardina.limit.Limits;
import org.ardina.problem.BadCredentialsException;
import org.ardina.problem.ConflictException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.TooManyRequestsException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/**
 * Registering, one's own account, and what administrators decide about accounts. Whether somebody else has registered with
 * an e-mail address is told to nobody: it is not looked at when an account is made. An address belongs to the one account
 * whose owner has followed a link sent to it.
 */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Accounts {

    private static final int MOST_MOTIVATION = 2000;
    private static final int MOST_REASON = 500;

    @Inject
    private OpenRegistration registrations;

    @Inject
    private AccountRepository accounts;

    @Inject
    private AdministratorRepository administrators;

    @Inject
    private SessionRepository sessions;

    @Inject
    private LiveSessions live;

    @Inject
    private Login login;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordPolicy policy;

    @Inject
    private AccountConfiguration configuration;

    @Inject
    private Limits limits;

    @Inject
    private LimitConfiguration limit;

    @Inject
    private Caller caller;

    @Inject
    private Event<AccountEvent> events;

    @Any
    @Inject
    private Instance<PersonalData> personalData;

    /**
     * Makes an account for a reader.
     *
     * @throws InvalidInputException if something breaks a rule; the message says what to do
     * @throws ConflictException if the username is taken, or looks like one that is
     * @throws ForbiddenException if the newsroom takes no new accounts
     * @throws TooManyRequestsException after too many registrations from this address
     */
    public Account register(Registration registration, Device device) {
        registrations.requireOpen();
        Username username = Username.chosen(registration.username());
        EmailAddress email = EmailAddress.given(registration.email());
        String displayName = DisplayName.chosen(registration.displayName());
        policy.check(registration.password(), username.value());
        limits.take(limit.registrations(), device.network());
        AccountRepository.Stored stored = accounts.insert(
                        username,
                        displayName,
                        email,
                        Role.READER,
                        passwords.hash(registration.password()),
                        registration.language())
                .orElseThrow(() -> new ConflictException(
                        "username-taken", "This username is taken, or looks too much like one that is."));
        fire(AccountEvent.Kind.REGISTERED, stored, Map.of());
        return stored.account();
    }

    /** The caller's own account. */
    @RolesAllowed(Role.READER)
    public Profile mine() {
        return own().profile();
    }

    /** Gives the caller another name for readers to see. */
    @RolesAllowed(Role.READER)
    public Profile rename(String displayName) {
        String name = DisplayName.chosen(displayName);
        AccountRepository.Stored changed =
                accounts.rename(caller.requireAccountId(), name).orElseThrow(Accounts::gone);
        live.forgetAll();
        fire(AccountEvent.Kind.PROFILE_CHANGED, changed, Map.of());
        return changed.profile();
    }

    /**
     * Gives the caller another password. All sessions end; the caller goes on with a new one.
     *
     * @throws BadCredentialsException if the current password is wrong
     * @throws InvalidInputException if the new one must not be used
     * @throws TooManyRequestsException after too many wrong passwords
     */
    @RolesAllowed(Role.READER)
    public Session changePassword(String current, String next, Device device) {
        AccountRepository.Stored own = own();
        login.requirePassword(own, current, device);
        policy.check(next, own.account().username());
        AccountRepository.Stored changed = accounts.changePassword(
                        own.account().id(), own.passwordHash(), passwords.hash(next))
                .orElseThrow(() -> new ConflictException(
                        "password-changed", "The password was changed by another request just now."));
        endSessions(changed);
        fire(AccountEvent.Kind.PASSWORD_CHANGED, changed, Map.of());
        return login.enter(changed, device);
    }

    /** Asks for the caller to become a writer. */
    @RolesAllowed(Role.READER)
    public Profile requestWriting(String motivation) {
        String text = text(motivation, "motivation-length", MOST_MOTIVATION);
        AccountRepository.Stored changed = accounts.requestWriting(caller.requireAccountId(), text, Instant.now())
                .orElseThrow(() -> new ConflictException(
                        "writer-request-refused", "You write for the paper already, or have asked to."));
        fire(AccountEvent.Kind.WRITER_REQUESTED, changed, Map.of());
        return changed.profile();
    }

    /**
     * Leaves: all sessions end, and after a while what is personal is erased. Logging in before that takes it back.
     *
     * @throws ConflictException if nobody would be left to administer
     */
    @RolesAllowed(Role.READER)
    public void leave() {
        AccountRepository.Stored own = own();
        requireOtherAdministrator(own);
        AccountRepository.Stored left = accounts.leave(
                        own.account().id(), Instant.now().plus(configuration.eraseAfter()))
                .orElseThrow(Accounts::gone);
        endSessions(left);
        fire(AccountEvent.Kind.LEFT, left, Map.of());
    }

    /**
     * As {@link #leave()}, for a caller who is asked to show that the account is theirs.
     *
     * @throws BadCredentialsException if the password is wrong
     * @throws ForbiddenException if there is no password, and the login was too long ago
     */
    @RolesAllowed(Role.READER)
    public void leave(OwnerProof proof, Device device) {
        login.requireOwner(own(), proof, device);
        leave();
    }

    /** All that the newsroom knows about the caller, by the parts that know it. */
    @RolesAllowed(Role.READER)
    public Map<String, Object> export() {
        String id = caller.requireAccountId();
        Map<String, Object> export = new TreeMap<>();
        personalData.forEach(part -> export.put(part.name(), part.of(id)));
        return export;
    }

    /** Accounts in the order of their names. */
    @RolesAllowed(Role.ADMIN)
    public Page<Profile> list(AccountQuery query, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > Page.MAXIMUM_LIMIT) {
            throw new InvalidInputException("invalid-limit", "limit is from 1 to " + Page.MAXIMUM_LIMIT + ".");
        }
        List<AccountRepository.Stored> found = accounts.list(query, after(cursor), limit + 1);
        List<Profile> items = found.stream()
                .limit(limit)
                .map(AccountRepository.Stored::profile)
                .toList();
        String next = found.size() <= limit
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                items.get(limit - 1).account().username().getBytes(StandardCharsets.UTF_8));
        return new Page<>(items, next);
    }

    /** How many accounts there are in each role. */
    @RolesAllowed(Role.ADMIN)
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String role : List.of(Role.READER, Role.WRITER, Role.ADMIN)) {
            counts.put(role, accounts.count(role));
        }
        return counts;
    }

    /** How many accounts were made in a span of time, its end exclusive. */
    @RolesAllowed(Role.ADMIN)
    public long countRegistered(Instant from, Instant before) {
        return accounts.countCreated(from, before);
    }

    /** How many requests to write wait for a decision. */
    @RolesAllowed(Role.ADMIN)
    public long writerRequests() {
        return accounts.countWriterRequests(WriterRequest.State.PENDING);
    }

    /** An account, for administrators. */
    @RolesAllowed(Role.ADMIN)
    public Profile find(String id) {
        return require(id).profile();
    }

    /**
     * Decides about an account. What ends a privilege or the use of the account ends its sessions at once.
     *
     * @throws InvalidInputException if a part of the change cannot be; then none of it is done
     * @throws ConflictException if the state of the account does not allow it
     */
    @RolesAllowed(Role.ADMIN)
    public Profile change(String id, AccountChange change) {
        require(id);
        @Nullable String reason = change.reason() == null ? null : text(change.reason(), "reason-length", MOST_REASON);
        requireValid(change);
        if (change.writerRequest() != null) {
            decideWriting(id, change.writerRequest(), reason);
        }
        if (change.role() != null) {
            changeRole(id, change.role(), reason);
        }
        if (change.status() == Status.SUSPENDED) {
            suspend(id, Objects.requireNonNull(reason));
        } else if (change.status() == Status.ACTIVE) {
            reactivate(id, reason);
        }
        return require(id).profile();
    }

    private static void requireValid(AccountChange change) {
        if (change.writerRequest() == WriterRequest.State.PENDING) {
            throw new InvalidInputException("invalid-decision", "writerRequest is APPROVED or DECLINED.");
        }
        if (change.role() != null && !Role.isRole(change.role())) {
            throw new InvalidInputException("invalid-role", "role is READER, WRITER or ADMIN.");
        }
        if (change.status() == Status.SUSPENDED && change.reason() == null) {
            throw new InvalidInputException("missing-reason", "Give a reason, which the person is shown.");
        }
        if (change.status() != null && change.status() != Status.SUSPENDED && change.status() != Status.ACTIVE) {
            throw new InvalidInputException("invalid-status", "status is ACTIVE or SUSPENDED.");
        }
    }

    private void decideWriting(String id, WriterRequest.State decision, @Nullable String reason) {
        AccountRepository.Stored changed = accounts.decideWriting(id, decision, reason, Instant.now())
                .orElseThrow(() -> new ConflictException(
                        "writer-request-not-pending", "This account has no request that is pending."));
        boolean approved = decision == WriterRequest.State.APPROVED;
        if (approved) {
            endSessions(changed);
        }
        fire(
                approved ? AccountEvent.Kind.WRITER_APPROVED : AccountEvent.Kind.WRITER_DECLINED,
                changed,
                details(reason));
    }

    private void changeRole(String id, String role, @Nullable String reason) {
        AccountRepository.Stored before = require(id);
        String old = before.account().role();
        if (old.equals(role)) {
            return;
        }
        if (role.equals(Role.ADMIN)) {
            administrators.add(id);
        } else {
            requireOtherAdministrator(before);
        }
        AccountRepository.Stored changed = accounts.changeRole(id, old, role)
                .orElseThrow(
                        () -> new ConflictException("account-changed", "Somebody else changed this account just now."));
        endSessions(changed);
        Map<String, String> details = new TreeMap<>(details(reason));
        details.put("from", old);
        details.put("to", role);
        fire(AccountEvent.Kind.ROLE_CHANGED, changed, details);
    }

    private void suspend(String id, String reason) {
        AccountRepository.Stored before = require(id);
        if (before.status() == Status.SUSPENDED) {
            return;
        }
        requireOtherAdministrator(before);
        AccountRepository.Stored changed = accounts.suspend(id, reason).orElseThrow(Accounts::gone);
        endSessions(changed);
        fire(AccountEvent.Kind.SUSPENDED, changed, details(reason));
    }

    private void reactivate(String id, @Nullable String reason) {
        if (require(id).status() == Status.ACTIVE) {
            return;
        }
        AccountRepository.Stored changed = accounts.reactivate(id).orElseThrow(Accounts::gone);
        if (changed.account().role().equals(Role.ADMIN)) {
            administrators.add(id);
        }
        fire(AccountEvent.Kind.REACTIVATED, changed, details(reason));
    }

    /** Takes an account from the administrators, where it is one of them. */
    private void requireOtherAdministrator(AccountRepository.Stored account) {
        if (account.account().role().equals(Role.ADMIN)
                && account.status() == Status.ACTIVE
                && !administrators.remove(account.account().id())) {
            throw new ConflictException(
                    "last-administrator", "This is the last administrator. Make somebody else one first.");
        }
    }

    private void endSessions(AccountRepository.Stored account) {
        // The epoch has ended them; this tidies up.
        live.forgetAll();
        sessions.deleteAll(account.account().id());
    }

    private AccountRepository.Stored own() {
        return accounts.find(caller.requireAccountId()).orElseThrow(Accounts::gone);
    }

    private AccountRepository.Stored require(String id) {
        return accounts.find(id).orElseThrow(() -> new NotFoundException("account"));
    }

    private void fire(AccountEvent.Kind kind, AccountRepository.Stored account, Map<String, String> details) {
        events.fire(new AccountEvent(kind, account.account(), caller.accountId().orElse(null), details));
    }

    private static Map<String, String> details(@Nullable String reason) {
        return reason == null ? Map.of() : Map.of("reason", reason);
    }

    private static ConflictException gone() {
        return new ConflictException("account-changed", "Somebody else changed this account just now.");
    }

    private static String text(String text, String code, int most) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > most || stripped.indexOf('\0') >= 0) {
            throw new InvalidInputException(code, "Write 1 to " + most + " characters.");
        }
        return stripped;
    }

    private static @Nullable String after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notACursor) {
            throw new InvalidInputException("invalid-cursor", "cursor is what an earlier page answered as next.");
        }
    }
}
