package org.ardina.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.ardina.problem.BadCredentialsException;

/** Logging in and out. Sessions are opaque random tokens, of which only hashes are stored. */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Sessions {

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final int TOKEN_BYTES = 32;
    private static final int MAXIMUM_PASSWORD = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A hash of no password at all, so that an unknown name costs as much time as a wrong password. */
    private static final String DECOY =
            "$argon2id$v=19$m=19456,t=2,p=1$" + "AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    private AccountRepository accounts;

    @Inject
    private SessionRepository sessions;

    @Inject
    private Passwords passwords;

    /**
     * Logs in.
     *
     * @throws BadCredentialsException if the name or the password is wrong
     */
    public Session open(String username, String password) {
        Optional<AccountRepository.Stored> stored = accounts.findByUsername(username);
        boolean matches = password.length() <= MAXIMUM_PASSWORD
                && passwords.matches(
                        password,
                        stored.map(AccountRepository.Stored::passwordHash).orElse(DECOY));
        if (stored.isEmpty() || !matches) {
            throw new BadCredentialsException();
        }
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Account account = stored.get().account();
        Instant expiresAt = Instant.now().plus(LIFETIME);
        sessions.insert(hash(token), account.id(), expiresAt);
        return new Session(token, expiresAt, account);
    }

    /** The account that is logged in with this token. */
    public Optional<Account> find(String token) {
        return sessions.findAccount(hash(token)).flatMap(accounts::find);
    }

    /** Logs out; a token that is not one changes nothing. */
    public void close(String token) {
        sessions.delete(hash(token));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
