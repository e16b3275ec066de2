package org.ardina.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ardina.store.DataDirectory;
import org.jspecify.annotations.Nullable;

/** The way that the configuration names, made when the first letter needs it. */
@ApplicationScoped
class DeliveryChoice {

    private static final String FOLDER = "mail";

    @Inject
    private MailConfiguration configuration;

    @Inject
    private DataDirectory data;

    private @Nullable Delivery delivery;

    synchronized Delivery delivery() {
        if (delivery == null) {
            delivery = configuration
                    .server()
                    .<Delivery>map(server -> new SmtpDelivery(server, configuration))
                    .orElseGet(() -> new FolderDelivery(data.path().resolve(FOLDER)));
        }
        return delivery;
    }
}
