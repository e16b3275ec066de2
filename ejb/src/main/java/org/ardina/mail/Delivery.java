package org.ardina.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A way on which messages leave this server. */
interface Delivery {

    /** Settings of Jakarta Mail under which messages for this way are made. */
    jakarta.mail.Session session();

    /**
     * Hands the message over, to be delivered by whoever took it.
     *
     * @throws MessagingException if it was not taken
     */
    void deliver(MimeMessage message) throws MessagingException;
}
