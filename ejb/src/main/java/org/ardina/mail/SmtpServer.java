package org.ardina.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.ardina.configuration.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A mail server.
 *
 * @param implicitTls whether the connection begins with TLS (RFC 8314) rather than turning to it with STARTTLS
 */
record SmtpServer(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        boolean implicitTls) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    /**
     * Reads {@code smtp://user:password@host:587} or {@code smtps://…}; what is reserved in a name or password is
     * percent-encoded.
     */
    static SmtpServer parse(String text) {
        try {
            URI uri = new URI(text);
            boolean implicitTls = "smtps".equals(uri.getScheme());
            boolean path = uri.getPath() != null
                    && !uri.getPath().isEmpty()
                    && !uri.getPath().equals("/");
            if ((implicitTls || "smtp".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && !path
                    && uri.getQuery() == null) {
                int port = uri.getPort() > 0 ? uri.getPort() : implicitTls ? SUBMISSIONS : SUBMISSION;
                String user = uri.getRawUserInfo();
                int colon = user == null ? -1 : user.indexOf(':');
                return new SmtpServer(
                        uri.getHost(),
                        port,
                        user == null ? null : decode(colon < 0 ? user : user.substring(0, colon)),
                        user == null || colon < 0 ? null : decode(user.substring(colon + 1)),
                        implicitTls);
            }
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            throw wrong(malformed);
        }
        throw wrong(null);
    }

    @Override
    public String toString() {
        return host + ':' + port;
    }

    private static String decode(String text) {
        // In the user's part a plus sign stands for itself.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static ConfigurationException wrong(@Nullable Exception cause) {
        // The cause may repeat the password.
        return new ConfigurationException(
                MailConfiguration.SMTP_URL,
                "(not shown)",
                "an address such as smtp://user:password@mail.example.org:587 or smtps://…"
                        + (cause == null ? "" : ", with reserved characters percent-encoded"),
                null);
    }
}
