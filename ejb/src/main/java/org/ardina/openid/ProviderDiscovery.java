package org.ardina.openid;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What a provider tells about itself (OpenID Connect Discovery 1.0), fetched when it is first needed and then every hour;
 * while that fails, what is known is used on.
 */
final class ProviderDiscovery {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration KEYS_KEPT = Duration.ofHours(1);
    private static final String PATH = "/.well-known/openid-configuration";

    private final URI issuer;
    private final ProviderConnection connection;
    private final Duration timeout;
    private final InstantSource clock;

    private volatile @Nullable Known known;

    /**
     * What is known of the provider.
     *
     * @param keys those it signs with, fetched anew when one is asked for that is not among them
     */
    record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant since) {}

    ProviderDiscovery(URI issuer, ProviderConnection connection, Duration timeout, InstantSource clock) {
        this.issuer = issuer;
        this.connection = connection;
        this.timeout = timeout;
        this.clock = clock;
    }

    Known known() throws IOException {
        @Nullable Known before = known;
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.since().plus(KEPT))) {
            return before;
        }
        try {
            Known fetched = fetch(now);
            known = fetched;
            return fetched;
        } catch (IOException away) {
            if (before == null) {
                throw away;
            }
            return before;
        }
    }

    private Known fetch(Instant now) throws IOException {
        String base = issuer.toString();
        String address = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH;
        OIDCProviderMetadata metadata = parse(connection.fetch(URI.create(address)));
        // Otherwise one provider could speak for another (OpenID Connect Discovery 1.0, 4.3).
        if (!metadata.getIssuer().getValue().equals(base)) {
            throw new IOException("The provider calls itself " + metadata.getIssuer() + " and not " + base);
        }
        requireSafe(metadata.getAuthorizationEndpointURI());
        requireSafe(metadata.getTokenEndpointURI());
        requireSafe(metadata.getJWKSetURI());
        return new Known(metadata, keys(metadata.getJWKSetURI()), now);
    }

    private JWKSource<SecurityContext> keys(URI address) throws IOException {
        return JWKSourceBuilder.<SecurityContext>create(address.toURL(), connection)
                .cache(KEYS_KEPT.toMillis(), timeout.toMillis())
                // Would need threads of its own.
                .refreshAheadCache(false)
                // A token comes from the provider itself, so that nobody else can have keys fetched again and again.
                .rateLimited(false)
                .build();
    }

    private void requireSafe(@Nullable URI endpoint) throws IOException {
        @Nullable String scheme = endpoint == null ? null : endpoint.getScheme();
        if (!"https".equals(scheme) && !String.valueOf(issuer.getScheme()).equals(scheme)) {
            throw new IOException("The provider has no address of its own with https:// for what is needed");
        }
    }

    private static OIDCProviderMetadata parse(String document) throws IOException {
        try {
            return OIDCProviderMetadata.parse(document);
        } catch (ParseException malformed) {
            throw new IOException("What the provider tells about itself cannot be read", malformed);
        }
    }
}
