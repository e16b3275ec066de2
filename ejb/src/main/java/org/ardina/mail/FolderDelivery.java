package org.ardina.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Writes messages into a folder, where a person opens them with a mail program; the oldest give way to new ones. */
final class FolderDelivery implements Delivery {

    static final int MOST_MESSAGES = 500;

    private static final String ENDING = ".eml";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final Logger LOG = Logger.getLogger(FolderDelivery.class.getName());

    private final Path folder;
    private final Session session = Session.getInstance(new Properties());

    FolderDelivery(Path folder) {
        this.folder = folder;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public synchronized void deliver(MimeMessage message) throws MessagingException {
        try {
            Files.createDirectories(folder);
            // The message's own identifier makes a second attempt replace the first.
            String id = message.getMessageID().replaceAll("[^A-Za-z0-9]+", "-");
            Path file = folder.resolve(NAME.format(message.getSentDate().toInstant()) + id + ENDING);
            Path unfinished = Files.createTempFile(folder, "unfinished-", null);
            try (OutputStream output = Files.newOutputStream(unfinished)) {
                message.writeTo(output);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            LOG.log(Level.INFO, "No mail server is configured; a message was written to {0}", file);
            makeRoom();
        } catch (IOException disk) {
            throw new MessagingException("The folder " + folder + " takes no messages", disk);
        }
    }

    private void makeRoom() throws IOException {
        List<Path> messages;
        try (Stream<Path> files = Files.list(folder)) {
            messages = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        for (Path oldest : messages.subList(0, Math.max(0, messages.size() - MOST_MESSAGES))) {
            Files.deleteIfExists(oldest);
        }
    }
}
