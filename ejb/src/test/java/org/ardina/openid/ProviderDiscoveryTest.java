package org.ardina.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderDiscoveryTest {

    private static final String PATH = "/realm/.well-known/openid-configuration";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private volatile HttpHandler handler = exchange -> answer(exchange, 500, "");
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T12:00:00Z"));
    private ExecutorService threads;
    private HttpServer server;
    private URI issuer;

    @BeforeEach
    void start() throws IOException {
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            handler.handle(exchange);
        });
        server.start();
        issuer = URI.create("http://localhost:" + server.getAddress().getPort() + "/realm/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void isAskedOnceAnHour() throws IOException {
        handler =
                exchange -> answer(exchange, exchange.getRequestURI().getPath().equals(PATH) ? 200 : 404, document(""));
        ProviderDiscovery discovery = discovery(TIMEOUT);
        assertThat(discovery.known().metadata().getTokenEndpointURI()).hasToString(issuer + "token");
        discovery.known();
        assertThat(asked).hasValue(1);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(61)));
        discovery.known();
        assertThat(asked).hasValue(2);
    }

    @Test
    void isKnownOnWhileTheProviderIsAway() throws IOException {
        handler = exchange -> answer(exchange, 200, document(""));
        ProviderDiscovery discovery = discovery(TIMEOUT);
        ProviderDiscovery.Known known = discovery.known();
        handler = exchange -> answer(exchange, 503, "");
        now.updateAndGet(time -> time.plus(Duration.ofHours(2)));
        assertThat(discovery.known()).isSameAs(known);
        assertThat(asked).hasValue(2);
    }

    @Test
    void isRefusedWhenTheProviderCallsItselfAnother() {
        handler = exchange -> answer(exchange, 200, document("other"));
        refuses(TIMEOUT, "calls itself");
    }

    @Test
    void isRefusedWhenItLeadsToAnAddressWithoutTls() {
        handler = exchange -> answer(exchange, 200, document("").replace(issuer + "token", "ftp://localhost/token"));
        refuses(TIMEOUT, "https://");
    }

    @Test
    void isNoOtherDocument() {
        handler = exchange -> answer(exchange, 200, "<html>Log in to the hotel's network</html>");
        refuses(TIMEOUT, "cannot be read");
    }

    @Test
    void isNotFetchedElsewhere() {
        handler = exchange -> {
            exchange.getResponseHeaders().set("Location", issuer + "elsewhere");
            answer(exchange, 302, document(""));
        };
        refuses(TIMEOUT, "answers 302");
        assertThat(asked).hasValue(1);
    }

    @Test
    void isNotReadWhenItIsTooLarge() {
        handler = exchange -> answer(exchange, 200, document("") + " ".repeat(600 * 1024));
        refuses(TIMEOUT, "more than");
    }

    @Test
    void isNotWaitedForWithoutEnd() {
        CountDownLatch end = new CountDownLatch(1);
        handler = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write('{');
            body.flush();
            await(end);
        };
        try {
            refuses(Duration.ofMillis(300), "takes longer");
        } finally {
            end.countDown();
        }
    }

    private void refuses(Duration timeout, String reason) {
        ProviderDiscovery discovery = discovery(timeout);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(discovery::known)
                .withMessageContaining(reason);
    }

    private ProviderDiscovery discovery(Duration timeout) {
        return new ProviderDiscovery(issuer, new ProviderConnection(timeout), timeout, now::get);
    }

    private String document(String suffix) {
        return """
                {"issuer":"%1$s%2$s","authorization_endpoint":"%1$sauthorize","token_endpoint":"%1$stoken",
                "jwks_uri":"%1$skeys","response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer, suffix);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
