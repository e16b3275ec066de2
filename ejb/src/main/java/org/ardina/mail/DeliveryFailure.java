package org.ardina.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Why a message was not taken. */
final class DeliveryFailure {

    private static final int PERMANENT = 500;
    private static final Pattern MAILBOX = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");

    private DeliveryFailure() {}

    /** Whether the server has said of this message or its recipient that it will never take it (RFC 5321, 4.2.1). */
    static boolean isFinal(MessagingException failed) {
        for (Exception each = failed; each != null; each = next(each)) {
            if ((each instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT)
                    || (each instanceof SMTPSendFailedException sending && sending.getReturnCode() >= PERMANENT)) {
                return true;
            }
        }
        return false;
    }

    /** What the server or the network said, without the addresses of people. */
    static String describe(MessagingException failed) {
        Throwable last = failed;
        for (Exception each = failed; each != null; each = next(each)) {
            last = each;
        }
        String message = last instanceof SendFailedException || last.getCause() == null
                ? String.valueOf(last.getMessage())
                : last.getMessage() + ": " + last.getCause().getMessage();
        return MAILBOX.matcher(message.strip()).replaceAll("(an address)");
    }

    private static @Nullable Exception next(Exception exception) {
        return exception instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
