package org.ardina.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.PublicAddress;
import org.ardina.configuration.Settings;
import org.jspecify.annotations.Nullable;

/** By which server messages are sent, and in whose name. */
@Dependent
class MailConfiguration {

    static final String SMTP_URL = "ardina.mail.smtp-url";
    static final String TLS_REQUIRED = "ardina.mail.tls-required";
    static final String FROM = "ardina.mail.from";
    static final String TIMEOUT = "ardina.mail.timeout";

    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    private final @Nullable SmtpServer server;
    private final boolean tlsRequired;
    private final InternetAddress from;
    private final Duration timeout;

    @Inject
    MailConfiguration(Settings settings, PublicAddress site) {
        this.server = settings.text(SMTP_URL).map(SmtpServer::parse).orElse(null);
        this.tlsRequired = settings.flag(TLS_REQUIRED, server != null && server.username() != null);
        this.from = address(
                settings.text(FROM).orElse("Ardina <no-reply@" + site.uri().getHost() + '>'));
        this.timeout = settings.duration(TIMEOUT, Duration.ofSeconds(10));
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new ConfigurationException(
                    TIMEOUT, timeout.toString(), "a duration of at most " + LONGEST_TIMEOUT, null);
        }
    }

    /** The server that takes messages; absent: they are written to a folder. */
    Optional<SmtpServer> server() {
        return Optional.ofNullable(server);
    }

    /** Whether nothing is sent unless the connection is encrypted; always so with a password, unless told otherwise. */
    boolean tlsRequired() {
        return tlsRequired;
    }

    InternetAddress from() {
        return from;
    }

    /** The limit of connecting, and of each answer of the server. */
    Duration timeout() {
        return timeout;
    }

    private static InternetAddress address(String text) {
        String expected = "one address such as Ardina <no-reply@news.example.org>";
        try {
            InternetAddress[] addresses = InternetAddress.parse(text, true);
            boolean header = text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
            if (addresses.length == 1 && !addresses[0].isGroup() && !header && text.contains("@")) {
                InternetAddress address = addresses[0];
                // Encodes a name that is not ASCII.
                return address.getPersonal() == null
                        ? address
                        : new InternetAddress(address.getAddress(), address.getPersonal(), "UTF-8");
            }
        } catch (AddressException | java.io.UnsupportedEncodingException malformed) {
            throw new ConfigurationException(FROM, text, expected, malformed);
        }
        throw new ConfigurationException(FROM, text, expected, null);
    }
}
