package org.ardina.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.ardina.configuration.Settings;

/** The address at which readers know the site: as configured, else that of this machine. */
@ApplicationScoped
public class PublicAddress {

    static final String KEY = "ardina.public-url";
    static final String PORT = "ardina.http.port";

    private static final int DEFAULT_PORT = 9080;
    private static final int HIGHEST_PORT = 65_535;

    @Inject
    private Settings settings;

    public URI uri() {
        return settings.address(KEY).orElseGet(() -> URI.create("http://localhost:" + port()));
    }

    /** Whether readers come over TLS, so that cookies may insist on it. */
    public boolean isSecure() {
        return "https".equals(uri().getScheme());
    }

    private long port() {
        return settings.number(PORT, DEFAULT_PORT, 1, HIGHEST_PORT);
    }
}
