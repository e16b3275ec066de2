package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider that knows one site. Whoever comes is the person who was named last; it asks nobody anything.
 * It can be told to make a mistake, to be slow and to be away.
 */
final class OpenIdProvider implements AutoCloseable {

    static final String CLIENT_ID = "ardina & sons";
    static final String CLIENT_SECRET = "a secret: of the client/%";
    static final String NAME = "Example ID";

    private static final int HOUR = 3600;
    private static final int KEY_BITS = 2048;

    /** What can be wrong with what it says of somebody. */
    enum Mistake {
        NONE,
        WRONG_NONCE,
        NO_NONCE,
        WRONG_AUDIENCE,
        WRONG_ISSUER,
        EXPIRED,
        FROM_THE_FUTURE,
        UNSIGNED,
        SIGNED_WITH_ANOTHER_KEY,
        SIGNED_WITH_AN_UNKNOWN_KEY,
        SIGNED_WITH_THE_CLIENT_SECRET,
        CHANGED_AFTER_SIGNING,
        NOBODY,
        PROFILE_OF_ANOTHER,
        NO_TOKEN
    }

    private final @Nullable SSLContext tls;
    private final int port;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> accessTokens = new ConcurrentHashMap<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>(List.of(CLIENT_SECRET));
    private final AtomicInteger keysFetched = new AtomicInteger();

    private volatile @Nullable HttpServer server;
    private volatile @Nullable ExecutorService threads;
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private volatile RSAKey key = newKey();
    private volatile Mistake mistake = Mistake.NONE;
    private volatile boolean brief;
    private volatile Map<String, Object> person = Map.of("sub", "nobody");

    /** Who was sent where with a code. */
    private record Grant(Map<String, String> request, Map<String, Object> person) {}

    /** A provider that is there, without TLS. */
    OpenIdProvider() {
        this(null);
    }

    OpenIdProvider(@Nullable SSLContext tls) {
        this.tls = tls;
        this.port = start(0);
    }

    String issuer() {
        return (tls == null ? "http" : "https") + "://localhost:" + port + "/realm";
    }

    /** What the site has to be told to know it. */
    Map<String, String> environment() {
        return Map.of(
                "ARDINA_OPENID_ISSUER", issuer(),
                "ARDINA_OPENID_CLIENT_ID", CLIENT_ID,
                "ARDINA_OPENID_CLIENT_SECRET", CLIENT_SECRET,
                "ARDINA_OPENID_NAME", NAME,
                "ARDINA_OPENID_TIMEOUT", "PT2S");
    }

    /** Names who comes next, by a subject that nobody had before, and what is said of them. */
    String newPerson(Map<String, Object> claims) {
        String subject = UUID.randomUUID().toString();
        person(subject, claims);
        return subject;
    }

    void person(String subject, Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("sub", subject);
        person = Map.copyOf(all);
        mistake = Mistake.NONE;
        brief = false;
    }

    /** Says no more in ID tokens than who the person is, until another is named: the rest has to be asked for. */
    void beBrief() {
        brief = true;
    }

    /** Makes a mistake until another person is named. */
    void make(Mistake wrong) {
        mistake = wrong;
    }

    /** Signs with another key from now on, and takes the old one back. */
    void rotateKey() {
        key = newKey();
    }

    int keysFetched() {
        return keysFetched.get();
    }

    /** Everything that it has told the site, and that nobody else is to know. */
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** Answers no more, but keeps whoever asks waiting. */
    void fallSilent() {
        silence = new CountDownLatch(1);
    }

    void speak() {
        silence.countDown();
    }

    void goAway() {
        HttpServer running = Objects.requireNonNull(server);
        running.stop(0);
        server = null;
        Objects.requireNonNull(threads).shutdownNow();
    }

    void comeBack() {
        start(port);
    }

    /** Logs the person in at the address that the site sent a browser to; returns where it is sent back. */
    URI authorize(URI page) {
        assertThat(page.toString()).startsWith(issuer() + "/authorize?");
        Map<String, String> request = parameters(page.getRawQuery());
        assertThat(request)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", CLIENT_ID)
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge", "redirect_uri");
        assertThat(request.get("scope")).contains("openid");
        assertThat(request.get("redirect_uri")).endsWith("/login/openid/callback");
        String code = secret();
        grants.put(code, new Grant(request, person));
        return URI.create(request.get("redirect_uri") + "?"
                + Visitor.encode(Map.of("code", code, "state", request.get("state"), "iss", issuer())));
    }

    /** Leads a browser from the site here and back; returns what the site answers then. */
    HttpResponse<String> bring(Visitor visitor) {
        return bring(visitor, "/login/openid");
    }

    HttpResponse<String> bring(Visitor visitor, String start) {
        return visitor.get(callback(visitor.get(start)));
    }

    /** The address at which the site is called after it sent a browser here, whatever it is known as. */
    String callback(HttpResponse<String> sent) {
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        URI back = authorize(URI.create(sent.headers().firstValue("Location").orElseThrow()));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private int start(int at) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("localhost"), at);
            HttpServer started = tls == null ? HttpServer.create(address, 0) : HttpsServer.create(address, 0);
            if (started instanceof HttpsServer encrypted) {
                encrypted.setHttpsConfigurator(new HttpsConfigurator(Objects.requireNonNull(tls)));
            }
            ExecutorService pool = Executors.newCachedThreadPool();
            started.setExecutor(pool);
            started.createContext("/realm/", this::serve);
            started.start();
            server = started;
            threads = pool;
            return started.getAddress().getPort();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            silence.await();
            String path = call.getRequestURI().getPath().substring("/realm".length());
            switch (path) {
                case "/.well-known/openid-configuration" -> answer(call, 200, metadata());
                case "/keys" -> {
                    keysFetched.incrementAndGet();
                    answer(call, 200, new JWKSet(key.toPublicJWK()).toString());
                }
                case "/authorize" -> {
                    URI page = URI.create(
                            issuer() + "/authorize?" + call.getRequestURI().getRawQuery());
                    call.getResponseHeaders().set("Location", authorize(page).toString());
                    call.sendResponseHeaders(302, -1);
                }
                case "/token" -> token(call);
                case "/userinfo" -> userInfo(call);
                default -> answer(call, 404, "{}");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String metadata() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "userinfo_endpoint":"%1$s/userinfo",
                "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"],"code_challenge_methods_supported":["S256"],
                "authorization_response_iss_parameter_supported":true}""".formatted(issuer());
    }

    private void token(HttpExchange call) throws IOException {
        Map<String, String> request =
                parameters(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!isClient(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        // A code is good once (RFC 6749, 4.1.2).
        Grant grant = grants.remove(request.getOrDefault("code", ""));
        if (grant == null || !isFor(grant, request)) {
            answer(call, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        if (mistake == Mistake.NO_TOKEN) {
            answer(call, 200, "{\"access_token\":\"%s\",\"token_type\":\"Bearer\"}".formatted(secret()));
            return;
        }
        String idToken = idToken(grant);
        secrets.add(idToken);
        String accessToken = secret();
        accessTokens.put(accessToken, grant.person());
        answer(
                call,
                200,
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
                        .formatted(accessToken, idToken));
    }

    private void userInfo(HttpExchange call) throws IOException {
        String authorization = Objects.toString(call.getRequestHeaders().getFirst("Authorization"), "");
        Map<String, Object> known = accessTokens.get(authorization.replaceFirst("^Bearer ", ""));
        if (known == null) {
            answer(call, 401, "{\"error\":\"invalid_token\"}");
            return;
        }
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        known.forEach(claims::claim);
        if (mistake == Mistake.PROFILE_OF_ANOTHER) {
            claims.subject("somebody-else");
        }
        answer(call, 200, claims.build().toString());
    }

    private static boolean isFor(Grant grant, Map<String, String> request) {
        CodeChallenge challenge = CodeChallenge.compute(
                CodeChallengeMethod.S256, new CodeVerifier(request.getOrDefault("code_verifier", "x".repeat(43))));
        return challenge.getValue().equals(grant.request().get("code_challenge"))
                && "authorization_code".equals(request.get("grant_type"))
                && Objects.equals(grant.request().get("redirect_uri"), request.get("redirect_uri"));
    }

    private static boolean isClient(@Nullable String authorization) {
        String credentials = Visitor.encode(Map.of(CLIENT_ID, CLIENT_SECRET)).replace('=', ':');
        return ("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .equals(authorization);
    }

    private String idToken(Grant grant) {
        Instant now = Instant.now();
        Instant issued = mistake == Mistake.FROM_THE_FUTURE ? now.plusSeconds(HOUR) : now;
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        if (brief) {
            claims.subject(String.valueOf(grant.person().get("sub")));
        } else {
            grant.person().forEach(claims::claim);
        }
        claims.issuer(mistake == Mistake.WRONG_ISSUER ? "https://id.example.org" : issuer())
                .audience(mistake == Mistake.WRONG_AUDIENCE ? "another-client" : CLIENT_ID)
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(mistake == Mistake.EXPIRED ? now.minusSeconds(HOUR) : now.plusSeconds(HOUR)));
        if (mistake != Mistake.NO_NONCE) {
            claims.claim(
                    "nonce",
                    mistake == Mistake.WRONG_NONCE ? secret() : grant.request().get("nonce"));
        }
        if (mistake == Mistake.NOBODY) {
            claims.subject(null);
        }
        try {
            return sign(claims.build()).serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JWT sign(JWTClaimsSet claims) throws JOSEException {
        if (mistake == Mistake.UNSIGNED) {
            return new PlainJWT(claims);
        }
        if (mistake == Mistake.SIGNED_WITH_THE_CLIENT_SECRET) {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(Arrays.copyOf(CLIENT_SECRET.getBytes(StandardCharsets.UTF_8), 32)));
            return token;
        }
        RSAKey signing = mistake == Mistake.SIGNED_WITH_ANOTHER_KEY || mistake == Mistake.SIGNED_WITH_AN_UNKNOWN_KEY
                ? newKey()
                : key;
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(mistake == Mistake.SIGNED_WITH_ANOTHER_KEY ? key.getKeyID() : signing.getKeyID())
                        .build(),
                claims);
        token.sign(new RSASSASigner(signing));
        return mistake == Mistake.CHANGED_AFTER_SIGNING ? withOtherSubject(token) : token;
    }

    private static SignedJWT withOtherSubject(SignedJWT token) {
        try {
            JWTClaimsSet changed = new JWTClaimsSet.Builder(token.getJWTClaimsSet())
                    .subject("somebody-else")
                    .build();
            return new SignedJWT(
                    token.getHeader().toBase64URL(), changed.toPayload().toBase64URL(), token.getSignature());
        } catch (java.text.ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String secret() {
        String secret = UUID.randomUUID().toString();
        secrets.add(secret);
        return secret;
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void answer(HttpExchange call, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        speak();
        if (server != null) {
            goAway();
        }
    }
}
