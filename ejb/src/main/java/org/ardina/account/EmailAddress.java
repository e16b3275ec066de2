package org.ardina.account;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ardina.problem.InvalidInputException;

/** An e-mail address as somebody writes it, and as it is compared. */
public record EmailAddress(String value) {

    /** RFC 5321, 4.5.3.1. */
    private static final int MOST = 254;

    private static final Pattern FORM = Pattern.compile("[^\\s\\p{C}\"<>(),;:\\\\\\[\\]@]{1,64}@[^\\s\\p{C}@]+");

    /**
     * The address that somebody gave.
     *
     * @throws InvalidInputException if it is none
     */
    public static EmailAddress given(String text) {
        String address = text.strip();
        if (address.length() <= MOST && FORM.matcher(address).matches()) {
            try {
                new InternetAddress(address, true).validate();
                return new EmailAddress(address);
            } catch (AddressException refused) {
                throw invalid();
            }
        }
        throw invalid();
    }

    /** What is the same for addresses that differ in case only: hardly any provider tells them apart. */
    public String key() {
        return key(value);
    }

    static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private static InvalidInputException invalid() {
        return new InvalidInputException("email-invalid", "This is not an e-mail address, such as rosa@example.org.");
    }
}
