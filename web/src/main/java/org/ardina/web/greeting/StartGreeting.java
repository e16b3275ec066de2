package org.ardina.web.greeting;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timer;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.ardina.account.AdminAccount;
import org.ardina.configuration.PublicAddress;
import org.ardina.store.DataDirectory;
import org.ardina.store.EmbeddedStores;
import org.ardina.store.StoreWatch;

/**
 * Tells a person, once the stores are open, where the site is and how to log in. Written past the log, to standard output
 * alone: a password does not belong into log files.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class StartGreeting {

    @Inject
    private StoreWatch watch;

    @Inject
    private AdminAccount admin;

    @Inject
    private EmbeddedStores embedded;

    @Inject
    private DataDirectory data;

    @Inject
    private PublicAddress address;

    /** Has a wrong address found before the server takes readers. */
    @PostConstruct
    void check() {
        address.uri();
    }

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    void greet(Timer timer) {
        if (!watch.mongo().available()) {
            return;
        }
        timer.cancel();
        URI site = address.uri();
        StringBuilder greeting =
                new StringBuilder("\n  Ardina is ready at ").append(site).append('\n');
        admin.takeNewPassword()
                .ifPresentOrElse(
                        password -> greeting.append("  Log in as ")
                                .append(AdminAccount.USERNAME)
                                .append(" with the password ")
                                .append(password)
                                .append("\n  (shown this once; change it after the first login)\n"),
                        () -> greeting.append("  Log in as ")
                                .append(AdminAccount.USERNAME)
                                .append(" with the password set at the first start\n"));
        if (embedded.inUse()) {
            greeting.append("  Its data is in ").append(data.path()).append("; Ctrl-C stops it\n");
        }
        // Closing the stream would close standard output.
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8).println(greeting);
    }
}
