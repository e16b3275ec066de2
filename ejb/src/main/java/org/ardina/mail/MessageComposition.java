package org.ardina.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a message as in RFC 5322 of a {@link Mail}: plain text, and the same as simple HTML. */
final class MessageComposition {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[\\x21-\\x7E]+");

    private MessageComposition() {}

    /**
     * The message.
     *
     * @param id unlike that of any other letter, and the same for all attempts to send this one
     * @throws MessagingException if the recipient's address is not one
     */
    static MimeMessage compose(
            Mail mail, String language, String id, Instant sentAt, InternetAddress from, Session session)
            throws MessagingException {
        MimeMessage message = new Identified(session, '<' + id + '@' + domain(from) + '>');
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(mail.to()));
        message.setSubject(CONTROLS.matcher(mail.subject()).replaceAll(" "), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(sentAt));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834
        if (mail.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", '<' + mail.unsubscribe().toString() + '>'); // RFC 2369
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
        }
        message.setContentLanguage(new String[] {language});
        MimeMultipart content = new MimeMultipart("alternative");
        content.addBodyPart(part(String.join("\r\n\r\n", mail.paragraphs()) + "\r\n", "plain"));
        content.addBodyPart(part(html(mail, language), "html"));
        message.setContent(content);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static InternetAddress recipient(String address) throws MessagingException {
        // One mailbox and nothing else: no name, list or group.
        InternetAddress recipient = new InternetAddress();
        recipient.setAddress(address);
        recipient.validate();
        if (recipient.isGroup() || !recipient.getAddress().contains("@")) {
            throw new AddressException("One mailbox with its domain is expected");
        }
        return recipient;
    }

    private static String html(Mail mail, String language) {
        String paragraphs = mail.paragraphs().stream()
                .map(paragraph -> {
                    String escaped = escape(paragraph);
                    return WEB_ADDRESS.matcher(paragraph).matches()
                            ? "<p><a href=\"" + escaped + "\">" + escaped + "</a></p>"
                            : "<p>" + escaped.replace("\n", "<br>") + "</p>";
                })
                .collect(Collectors.joining("\r\n"));
        return "<!DOCTYPE html>\r\n<html lang=\"" + language + "\">\r\n<head><meta charset=\"utf-8\"><title>"
                + escape(mail.subject()) + "</title></head>\r\n<body>\r\n" + paragraphs + "\r\n</body>\r\n</html>\r\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String domain(InternetAddress from) {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    /** A message that keeps the identifier which it was given. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
