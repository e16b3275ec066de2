package org.ardina.configuration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;

/** The address at which readers know the site: as configured, else that of this machine. */
@Dependent
public class PublicAddress {

    static final String KEY = "ardina.public-url";
    static final String PORT = "ardina.http.port";

    private static final int DEFAULT_PORT = 9080;
    private static final int HIGHEST_PORT = 65_535;

    private final URI uri;

    @Inject
    public PublicAddress(Settings settings) {
        this.uri = settings.address(KEY)
                .orElseGet(
                        () -> URI.create("http://localhost:" + settings.number(PORT, DEFAULT_PORT, 1, HIGHEST_PORT)));
    }

    public URI uri() {
        return uri;
    }

    /** Whether readers come over TLS, so that cookies may insist on it. */
    public boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    /** The full address of a page. */
    public String page(String path) {
        return uri.resolve(path).toString();
    }
}
