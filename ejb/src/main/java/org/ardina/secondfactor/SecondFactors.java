package org.ardina.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import org.ardina.problem.TooManyRequestsException;

/**
 * Second factors of accounts. It knows no passwords, names or roles: who may do what is decided by those who call it.
 * Attempts are counted in MongoDB, so that the limit holds whatever becomes of Redis: six digits are few.
 */
@ApplicationScoped
public class SecondFactors {

    private static final String ISSUER = "Ardina";

    /** 160 bits, as RFC 4226 (section 4) recommends. */
    private static final int SECRET_BYTES = 20;

    private static final int MOST_ATTEMPTS = 10;
    private static final Duration WITHIN = Duration.ofMinutes(15);

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private SecondFactorRepository repository;

    /** Whether logging in to the account needs a code. */
    public boolean isOn(String account) {
        return repository
                .find(account)
                .filter(SecondFactorRepository.Stored::confirmed)
                .isPresent();
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(String account) {
        return repository
                .find(account)
                .map(SecondFactorRepository.Stored::recoveryCodes)
                .orElse(0);
    }

    /**
     * The secret that an app is to learn: the same until it is confirmed. Nothing when the factor is on.
     *
     * @param label by which the app shows the account
     */
    public Optional<Enrolment> begin(String account, String label) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        SecondFactorRepository.Stored stored = repository.begin(account, TimeCodes.secret(secret));
        return stored.confirmed() ? Optional.empty() : Optional.of(enrolment(stored.secret(), label));
    }

    /**
     * Switches the factor on.
     *
     * @param code what the app shows now, as proof that it knows the secret
     * @return recovery codes, told this once; nothing when the code is wrong or no enrolment was begun
     * @throws TooManyRequestsException after too many attempts
     */
    public Optional<List<String>> confirm(String account, String code) {
        Optional<SecondFactorRepository.Stored> stored = repository.find(account);
        if (stored.isEmpty() || stored.get().confirmed()) {
            return Optional.empty();
        }
        countAttempt(account);
        OptionalLong step = TimeCodes.match(stored.get().secret(), plain(code), Instant.now());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> recoveryCodes = RecoveryCodes.make();
        boolean confirmed = repository.confirm(
                account,
                step.getAsLong(),
                recoveryCodes.stream().map(RecoveryCodes::hash).toList());
        return confirmed ? Optional.of(recoveryCodes) : Optional.empty();
    }

    /**
     * Uses up a code of the app or a recovery code; false when it is neither, or was used before.
     *
     * @throws TooManyRequestsException after too many attempts
     */
    public boolean use(String account, String code) {
        Optional<SecondFactorRepository.Stored> stored =
                repository.find(account).filter(SecondFactorRepository.Stored::confirmed);
        if (stored.isEmpty()) {
            return false;
        }
        countAttempt(account);
        String plain = plain(code);
        if (plain.length() != TimeCodes.DIGITS) {
            return repository.useRecoveryCode(account, RecoveryCodes.hash(code));
        }
        OptionalLong step = TimeCodes.match(stored.get().secret(), plain, Instant.now());
        return step.isPresent() && repository.useStep(account, step.getAsLong());
    }

    /** New recovery codes in place of the old ones. */
    public Optional<List<String>> renewRecoveryCodes(String account) {
        List<String> codes = RecoveryCodes.make();
        boolean replaced = repository.replaceRecoveryCodes(
                account, codes.stream().map(RecoveryCodes::hash).toList());
        return replaced ? Optional.of(codes) : Optional.empty();
    }

    /** Switches the factor off, and forgets its secret. */
    public boolean remove(String account) {
        return repository.delete(account);
    }

    private void countAttempt(String account) {
        if (!repository.countAttempt(account, MOST_ATTEMPTS, WITHIN, Instant.now())) {
            throw new TooManyRequestsException("Too many codes were tried. Wait a quarter of an hour.", WITHIN);
        }
    }

    private static Enrolment enrolment(SecretKey secret, String label) {
        String base32 = Base32.encode(secret.getEncoded());
        // The form that authenticator apps share: https://github.com/google/google-authenticator/wiki/Key-Uri-Format
        String uri = "otpauth://totp/" + ISSUER + ':' + encode(label) + "?secret=" + base32 + "&issuer=" + ISSUER;
        return new Enrolment(base32, uri);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Apps show the code in two groups, and people type it so. */
    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }
}
