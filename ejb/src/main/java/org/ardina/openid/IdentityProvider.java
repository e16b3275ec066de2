package org.ardina.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.configuration.PublicAddress;
import org.ardina.problem.BusyException;
import org.ardina.problem.ProviderAwayException;
import org.ardina.problem.ProviderRefusedException;
import org.ardina.store.StoresOpened;
import org.jspecify.annotations.Nullable;

/**
 * The configured provider: where a browser is sent to log in there, and who it says that came back. The authorization code
 * flow with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1; RFC 9700). A few requests wait for it at the same time at
 * most, so that a slow provider holds up nobody else.
 */
@ApplicationScoped
public class IdentityProvider {

    private static final Logger LOG = Logger.getLogger(IdentityProvider.class.getName());
    private static final String CALLBACK = "/login/openid/callback";
    private static final Scope SCOPE = new Scope("openid", "email", "profile");
    private static final int AT_ONCE = 8;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_CODE = 2000;

    /** Signatures that only the provider can make; with others somebody who knows the client's secret could. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Semaphore calls = new Semaphore(AT_ONCE);

    @Inject
    private OpenIdConfiguration configuration;

    @Inject
    private PublicAddress site;

    private Optional<Remote> remote = Optional.empty();

    private record Remote(
            OpenIdConfiguration.Provider provider, ProviderConnection connection, ProviderDiscovery discovery) {

        ClientID client() {
            return new ClientID(provider.clientId());
        }
    }

    /** Something that asks the provider. */
    private interface Call<T> {

        T answer(Remote remote, ProviderDiscovery.Known known)
                throws IOException, ParseException, JOSEException, BadJOSEException;
    }

    @PostConstruct
    void prepare() {
        remote = configuration.provider().map(provider -> {
            ProviderConnection connection = new ProviderConnection(configuration.timeout());
            return new Remote(
                    provider,
                    connection,
                    new ProviderDiscovery(
                            provider.issuer(), connection, configuration.timeout(), InstantSource.system()));
        });
    }

    /** Has this made when the server starts, so that what is configured wrongly is told then. The provider is not asked. */
    void check(@Observes StoresOpened opened) {
        remote.ifPresent(each -> LOG.log(Level.INFO, "People can log in with accounts of {0}", each.provider()));
    }

    /** What the provider is called; absent where none is configured. */
    public Optional<String> name() {
        return remote.map(each -> each.provider().name());
    }

    /** Whether the provider is the one with this name for itself. */
    public boolean isCalled(String issuer) {
        return remote.filter(each -> each.provider().issuer().toString().equals(issuer))
                .isPresent();
    }

    /**
     * Where a browser is sent to.
     *
     * @throws ProviderAwayException if the provider does not answer
     */
    URI loginPage(LoginSecret secret) {
        return call((remote, known) -> new AuthenticationRequest.Builder(
                        ResponseType.CODE, SCOPE, remote.client(), callback())
                .endpointURI(known.metadata().getAuthorizationEndpointURI())
                .state(new State(secret.state()))
                .nonce(new Nonce(secret.nonce()))
                .codeChallenge(new CodeVerifier(secret.codeVerifier()), CodeChallengeMethod.S256)
                .build()
                .toURI());
    }

    /**
     * Who came back.
     *
     * @throws ProviderAwayException if the provider does not answer
     * @throws ProviderRefusedException if nobody was identified, or what identifies them is not to be trusted
     */
    ProvidedIdentity identify(LoginSecret secret, ProviderAnswer answer) {
        return call((remote, known) -> {
            @Nullable String code = answer.code();
            requireIssuer(answer, known.metadata(), remote);
            if (code == null || code.isEmpty() || code.length() > LONGEST_CODE) {
                throw refused("it sent no code but " + error(answer));
            }
            OIDCTokens tokens = exchange(code, secret, remote, known.metadata());
            IDTokenValidator validator = new IDTokenValidator(
                    new Issuer(remote.provider().issuer()),
                    remote.client(),
                    new JWSVerificationKeySelector<>(ALGORITHMS, known.keys()),
                    null);
            IDTokenClaimsSet claims = validator.validate(tokens.getIDToken(), new Nonce(secret.nonce()));
            if (claims.getSubject().getValue().length() > LONGEST_SUBJECT) {
                throw refused("it names somebody too long");
            }
            return identity(claims, profile(claims, tokens, remote, known.metadata()));
        });
    }

    private OIDCTokens exchange(String code, LoginSecret secret, Remote remote, OIDCProviderMetadata metadata)
            throws IOException, ParseException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), callback(), new CodeVerifier(secret.codeVerifier()));
        TokenResponse response = OIDCTokenResponseParser.parse(
                new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication(remote, metadata), grant)
                        .build()
                        .toHTTPRequest()
                        .send(remote.connection()));
        if (!response.indicatesSuccess()) {
            throw refused("it takes no code: "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        OIDCTokens tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
        if (tokens.getIDToken() == null) {
            throw refused("it sent no ID token");
        }
        return tokens;
    }

    /** What is said about somebody: in the ID token, or where that has no address by the endpoint for it. */
    private static ClaimsSet profile(
            IDTokenClaimsSet claims, OIDCTokens tokens, Remote remote, OIDCProviderMetadata metadata) {
        @Nullable URI endpoint = metadata.getUserInfoEndpointURI();
        @Nullable BearerAccessToken token = tokens.getBearerAccessToken();
        if (claims.getStringClaim("email") != null || endpoint == null || token == null) {
            return claims;
        }
        try {
            UserInfoResponse response = UserInfoResponse.parse(
                    new UserInfoRequest(endpoint, token).toHTTPRequest().send(remote.connection()));
            if (response.indicatesSuccess()) {
                @Nullable ClaimsSet more = response.toSuccessResponse().getUserInfo();
                // It has to be about the same person (OpenID Connect Core 1.0, 5.3.2).
                if (more != null && claims.getSubject().getValue().equals(more.getStringClaim("sub"))) {
                    return more;
                }
            }
        } catch (IOException | ParseException away) {
            LOG.log(Level.WARNING, "The OpenID provider tells nothing about somebody: {0}", away.getMessage());
        }
        return claims;
    }

    private static ProvidedIdentity identity(IDTokenClaimsSet claims, ClaimsSet profile) {
        return new ProvidedIdentity(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                profile.getStringClaim("email"),
                Boolean.TRUE.equals(profile.getBooleanClaim("email_verified")),
                profile.getStringClaim("preferred_username"),
                profile.getStringClaim("name"));
    }

    private static ClientAuthentication authentication(Remote remote, OIDCProviderMetadata metadata) {
        Secret secret = new Secret(remote.provider().clientSecret());
        @Nullable List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        // Basic where nothing is said (OpenID Connect Discovery 1.0, 3).
        return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(remote.client(), secret)
                : new ClientSecretPost(remote.client(), secret);
    }

    /** Refuses the answer of another provider (RFC 9207, 2.4). */
    private static void requireIssuer(ProviderAnswer answer, OIDCProviderMetadata metadata, Remote remote) {
        @Nullable String issuer = answer.issuer();
        boolean wrong = issuer == null
                ? metadata.supportsAuthorizationResponseIssuerParam()
                : !issuer.equals(remote.provider().issuer().toString());
        if (wrong) {
            throw refused("the answer is of another provider");
        }
    }

    private <T> T call(Call<T> call) {
        Remote here = remote.orElseThrow(ProviderRefusedException::new);
        if (!calls.tryAcquire()) {
            throw new BusyException("Too many people are logging in at this moment. Try again in a few seconds.");
        }
        try {
            return call.answer(here, here.discovery().known());
        } catch (BadJOSEException untrusted) {
            // Which claim, and not what is in it, as with a nonce.
            throw refused(String.valueOf(untrusted.getMessage()).replaceFirst("claim: .*", "claim"));
        } catch (ParseException malformed) {
            LOG.log(Level.WARNING, "The OpenID provider sends what cannot be read: {0}", malformed.getMessage());
            throw new ProviderAwayException();
        } catch (IOException | JOSEException away) {
            LOG.log(Level.WARNING, "The OpenID provider {0} is away: {1}", new Object[] {
                here.provider(), away.getMessage()
            });
            throw new ProviderAwayException();
        } finally {
            calls.release();
        }
    }

    private URI callback() {
        return URI.create(site.page(CALLBACK));
    }

    private static ProviderRefusedException refused(String why) {
        LOG.log(Level.WARNING, "The OpenID provider identified nobody: {0}", why);
        return new ProviderRefusedException();
    }

    /** The reason that a browser brought, if it looks like one (RFC 6749, 4.1.2.1). */
    private static String error(ProviderAnswer answer) {
        @Nullable String error = answer.error();
        return error != null && error.matches("[a-z_]{1,60}") ? error : "nothing";
    }
}
