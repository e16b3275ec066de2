package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A mail server, and the letters that it was given. */
final class PostOffice implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/([a-z-]+)/([A-Za-z0-9_-]{43})\\s");

    private final int port;
    private GreenMail server;

    PostOffice() {
        server = start(0);
        port = server.getSmtp().getPort();
    }

    int port() {
        return port;
    }

    /** Stops taking letters. */
    void shut() {
        server.stop();
    }

    /** Takes letters again, at the same port. */
    void reopen() {
        server = start(port);
    }

    /** The only letter to somebody with that subject, once it has come. */
    Letter await(String to, String subject) {
        Awaitility.await(subject + " to " + to)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !letters(to, subject).isEmpty());
        List<Letter> found = letters(to, subject);
        assertThat(found).as("letters to %s: %s", to, subject).hasSize(1);
        return found.get(0);
    }

    /** The last letter to somebody with that subject, once one has come. */
    Letter awaitAny(String to, String subject) {
        Awaitility.await(subject + " to " + to)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !letters(to, subject).isEmpty());
        List<Letter> found = letters(to, subject);
        return found.get(found.size() - 1);
    }

    List<Letter> letters(String to, String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .map(Letter::of)
                .filter(letter -> letter.to().equals(to) && letter.subject().equals(subject))
                .toList();
    }

    List<Letter> lettersTo(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .map(Letter::of)
                .filter(letter -> letter.to().equals(to))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static GreenMail start(int port) {
        GreenMail started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        return started;
    }

    /** A letter as a mail program shows it. */
    record Letter(String to, String subject, String text) {

        static Letter of(MimeMessage message) {
            try {
                MimeMultipart content = (MimeMultipart) message.getContent();
                return new Letter(message.getAllRecipients()[0].toString(), message.getSubject(), (String)
                        content.getBodyPart(0).getContent());
            } catch (MessagingException malformed) {
                throw new IllegalStateException(malformed);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** A letter as it was sent, each byte a character. */
        static Letter parse(String sent) {
            try {
                return of(new MimeMessage(null, new ByteArrayInputStream(sent.getBytes(StandardCharsets.ISO_8859_1))));
            } catch (MessagingException malformed) {
                throw new IllegalStateException(malformed);
            }
        }

        /** The path of the link with a token in it. */
        String link() {
            Matcher link = LINK.matcher(text);
            assertThat(link.find()).as(text).isTrue();
            return '/' + link.group(1) + '/' + link.group(2);
        }

        String token() {
            return link().substring(link().lastIndexOf('/') + 1);
        }
    }
}
