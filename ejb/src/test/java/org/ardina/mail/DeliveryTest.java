package org.ardina.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.ardina.configuration.MapConfig;
import org.ardina.configuration.PublicAddress;
import org.ardina.configuration.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

    private static final Mail MAIL = new Mail(
            "rosa@example.org",
            "Palavra-passe: escolha já",
            List.of("Olá rosa,", "1 < 2 & \"não\" 漢字", "https://news.example.org/reset?token=a_b-c&x=1", "Ardina"));
    private static final Instant SENT = Instant.parse("2026-11-21T12:00:00Z");

    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withUser("paper@example.org", "paper", "s@cret"));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void givesTheServerAMessageInBothForms() throws Exception {
        deliver(smtp("paper:s%40cret@", server.getSmtp().getPort(), "ardina.mail.tls-required", "false"), MAIL);
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(MAIL.subject());
        assertThat(received.getAllRecipients()).containsExactly(new InternetAddress("rosa@example.org"));
        assertThat(received.getFrom()).containsExactly(new InternetAddress("no-reply@localhost", "Ardina"));
        assertThat(received.getMessageID()).isEqualTo("<job-1@localhost>");
        assertThat(received.getSentDate()).isEqualTo(SENT);
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart content = (MimeMultipart) received.getContent();
        assertThat(content.getContentType()).startsWith("multipart/alternative");
        String text = (String) content.getBodyPart(0).getContent();
        assertThat(text).isEqualTo(String.join("\r\n\r\n", MAIL.paragraphs()) + "\r\n");
        String html = (String) content.getBodyPart(1).getContent();
        assertThat(html)
                .contains("<p>1 &lt; 2 &amp; &quot;não&quot; 漢字</p>")
                .contains("<a href=\"https://news.example.org/reset?token=a_b-c&amp;x=1\">");
    }

    @Test
    void sendsTheSameMessageTwiceUnderOneIdentifier() throws Exception {
        Delivery way = smtp("", server.getSmtp().getPort());
        deliver(way, MAIL);
        deliver(way, MAIL);
        assertThat(Stream.of(server.getReceivedMessages()).map(DeliveryTest::id).distinct())
                .containsExactly("<job-1@localhost>");
    }

    @Test
    void refusesToSendAPasswordInTheClear() {
        Delivery way = smtp("paper:s%40cret@", server.getSmtp().getPort());
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> deliver(way, MAIL))
                .satisfies(refused -> assertThat(DeliveryFailure.isFinal(refused))
                        .as("an operator can put it right")
                        .isFalse())
                .withMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void triesAgainWhenTheServerIsAwayAndDeliversWhenItIsBack() throws Exception {
        int port = server.getSmtp().getPort();
        Delivery way = smtp("", port);
        server.stop();
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> deliver(way, MAIL))
                .satisfies(away -> assertThat(DeliveryFailure.isFinal(away)).isFalse());
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        deliver(way, MAIL);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void doesNotWaitForEverForAServerThatIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Delivery way = smtp("", silent.getLocalPort(), "ardina.mail.timeout", "PT0.2S");
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(() -> deliver(way, MAIL))
                    .satisfies(away -> assertThat(DeliveryFailure.isFinal(away)).isFalse());
            silent.accept().close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 <rosa@example.org> unknown", "451 4.7.1 rosa@example.org later"})
    void tellsARefusalFromADelayAndNamesNobody(String answer) throws Exception {
        try (ServerSocket refusing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread conversation = new Thread(() -> converse(refusing, answer));
            conversation.start();
            Delivery way = smtp("", refusing.getLocalPort());
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(() -> deliver(way, MAIL))
                    .satisfies(failed -> {
                        assertThat(DeliveryFailure.isFinal(failed)).isEqualTo(answer.startsWith("5"));
                        assertThat(DeliveryFailure.describe(failed))
                                .contains(answer.substring(0, 3))
                                .doesNotContain("rosa");
                    });
            conversation.join();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rosa@example.org\r\nBcc: others@example.org",
                "rosa@example.org, others@example.org",
                "rosa@example.org\r\n\r\nanother body",
                "Rosa <rosa@example.org>",
                "group: rosa@example.org;",
                "rosa",
                ""
            })
    void takesOneAddressAndNothingElse(String to) {
        Mail mail = new Mail(to, "Subject", List.of("Text"));
        assertThatExceptionOfType(AddressException.class)
                .isThrownBy(() -> deliver(smtp("", server.getSmtp().getPort()), mail));
    }

    @Test
    void saysWhereALetterThatSomebodySubscribedToIsEnded() throws Exception {
        deliver(smtp("", server.getSmtp().getPort()), MAIL);
        deliver(
                smtp("", server.getSmtp().getPort()),
                new Mail("rosa@example.org", "News", List.of("Text"), URI.create("https://news.example.org/end/key")));
        MimeMessage other = server.getReceivedMessages()[0];
        MimeMessage subscribed = server.getReceivedMessages()[1];
        assertThat(other.getHeader("List-Unsubscribe")).isNull();
        assertThat(subscribed.getHeader("List-Unsubscribe")).containsExactly("<https://news.example.org/end/key>");
        assertThat(subscribed.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void letsNoTextBecomeAHeader() throws Exception {
        Mail mail = new Mail(
                "rosa@example.org",
                "Hello\r\nBcc: others@example.org\r\n\r\nA body",
                List.of("\r\n.\r\nMAIL FROM:<x>"));
        deliver(smtp("", server.getSmtp().getPort()), mail);
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Hello Bcc: others@example.org A body");
        assertThat(received.getAllRecipients()).hasSize(1);
    }

    @Test
    void writesToAFolderOfBoundedSize(@TempDir Path directory) throws Exception {
        Path folder = directory.resolve("mail");
        Delivery way = new FolderDelivery(folder);
        deliver(way, MAIL);
        deliver(way, MAIL);
        List<Path> files = files(folder);
        assertThat(files).as("the second attempt replaces the first").hasSize(1);
        try (InputStream stream = Files.newInputStream(files.get(0))) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), stream);
            assertThat(message.getSubject()).isEqualTo(MAIL.subject());
            assertThat(message.getMessageID()).isEqualTo("<job-1@localhost>");
        }
        for (int i = 0; i < FolderDelivery.MOST_MESSAGES; i++) {
            Files.createFile(folder.resolve("20260101-" + i + ".eml"));
        }
        deliver(way, MAIL);
        assertThat(files(folder)).hasSize(FolderDelivery.MOST_MESSAGES).contains(files.get(0));
    }

    @Test
    void pausesLongerAndLongerUpToAQuarterOfAnHour() {
        assertThat(MailJob.pause(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(MailJob.pause(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(MailJob.pause(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(MailJob.pause(1000)).isEqualTo(Duration.ofMinutes(15));
    }

    private static void deliver(Delivery way, Mail mail) throws Exception {
        way.deliver(MessageComposition.compose(
                mail, "pt", "job-1", SENT, new InternetAddress("no-reply@localhost", "Ardina"), way.session()));
    }

    private static Delivery smtp(String credentials, int port, String... more) {
        String url = "smtp://" + credentials + "127.0.0.1:" + port;
        String[] keysAndValues = Stream.concat(Stream.of("ardina.mail.smtp-url", url), Stream.of(more))
                .toArray(String[]::new);
        Settings settings = MapConfig.settings(keysAndValues);
        MailConfiguration configuration = new MailConfiguration(settings, new PublicAddress(settings));
        return new SmtpDelivery(configuration.server().orElseThrow(), configuration);
    }

    /** A server that takes everything but the recipient. */
    private static void converse(ServerSocket listener, String answer) {
        try (Socket client = listener.accept()) {
            OutputStream output = client.getOutputStream();
            say(output, "220 ready");
            for (String line = line(client.getInputStream()); line != null; line = line(client.getInputStream())) {
                say(output, line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException ended) {
            throw new java.io.UncheckedIOException(ended);
        }
    }

    private static void say(OutputStream output, String line) throws IOException {
        output.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        output.flush();
    }

    private static @org.jspecify.annotations.Nullable String line(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next >= 0; next = input.read()) {
            if (next == '\n') {
                return line.toString(StandardCharsets.US_ASCII);
            }
            line.write(next);
        }
        return null;
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
