package org.ardina.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Passwords as Argon2id hashes (RFC 9106), with 19 MiB, two passes and one lane as the OWASP Password Storage Cheat
 * Sheet asks for.
 */
@ApplicationScoped
class Passwords {

    private static final int MEMORY_IN_KIBIBYTES = 19 * 1024;
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(MEMORY_IN_KIBIBYTES, 2, 1, 32, Argon2.ID, 0x13);
    private static final String CURRENT = "$argon2id$v=19$m=" + MEMORY_IN_KIBIBYTES + ",t=2,p=1$";

    @Inject
    private PasswordQueue queue;

    String hash(String password) {
        return queue.take(
                () -> Password.hash(password).addRandomSalt(16).with(ARGON2).getResult());
    }

    /** Whether the password is the one of the hash. */
    boolean matches(String password, String hash) {
        // With the parameters that it was made with, which are in it.
        return queue.take(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Whether the hash was made with other parameters than are used now. */
    static boolean isOutdated(String hash) {
        return !hash.startsWith(CURRENT);
    }
}
