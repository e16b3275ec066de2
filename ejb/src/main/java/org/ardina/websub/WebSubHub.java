package org.ardina.websub;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.ardina.configuration.Settings;

/**
 * The hub that tells subscribers of feeds at once what is new, where an operator has chosen one.
 *
 * @see <a href="https://www.w3.org/TR/websub/">WebSub</a>
 */
@Dependent
public class WebSubHub {

    static final String KEY = "ardina.websub.hub";

    private final Optional<URI> address;

    @Inject
    public WebSubHub(Settings settings) {
        this.address = settings.address(KEY);
    }

    public Optional<URI> address() {
        return address;
    }
}
