package org.ardina.openid;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the provider, each bounded in time and in the size of its answer. It follows no redirects, as the client's
 * secret and codes are for the address that they are sent to.
 */
final class ProviderConnection implements HTTPRequestSender, ResourceRetriever {

    private static final int MOST_BYTES = 512 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    ProviderConnection(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trustOfJava())
                .build();
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder call = HttpRequest.newBuilder(request.getURI()).timeout(timeout);
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> call.header(name, value)));
        call.method(
                request.getMethod().name(),
                request.getBody() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(request.getBody()));
        HttpResponse<byte[]> response = send(call.build());
        HTTPResponse answer = new HTTPResponse(response.statusCode());
        @Nullable String mediaType = response.headers().firstValue("Content-Type").orElse(null);
        if (mediaType != null) {
            try {
                answer.setContentType(mediaType);
            } catch (ParseException malformed) {
                throw new IOException("The provider sends something of an unreadable type", malformed);
            }
        }
        answer.setBody(new String(response.body(), StandardCharsets.UTF_8));
        return answer;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        try {
            HTTPResponse response = new HTTPRequest(HTTPRequest.Method.GET, address.toURI()).send(this);
            if (response.getStatusCode() != 200) {
                throw new IOException("The provider answers " + response.getStatusCode());
            }
            return new Resource(response.getBody(), "application/json");
        } catch (URISyntaxException malformed) {
            throw new IOException(malformed);
        }
    }

    /** The text at an address. */
    String fetch(URI address) throws IOException {
        return retrieveResource(address.toURL()).getContent();
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        // The timeout of the request ends with the headers of the answer; this one is for all of it.
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new LimitedBody());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException("The provider cannot be reached: " + failed.getCause(), failed);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new IOException("The provider takes longer than " + timeout, slow);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /**
     * The certificates that Java trusts, or those of {@code javax.net.ssl.trustStore}: the server has a default of its own,
     * which trusts no public authority.
     */
    private static SSLContext trustOfJava() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init((KeyStore) null);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("Java's own certificates cannot be read", unusable);
        }
    }

    /** The body of an answer, refused when it is larger than any that a provider has reason to send. */
    private static final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {

        private final HttpResponse.BodySubscriber<byte[]> all = HttpResponse.BodySubscribers.ofByteArray();
        private Flow.@Nullable Subscription subscription;
        private long received;
        private boolean refused;

        @Override
        public CompletionStage<byte[]> getBody() {
            return all.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            all.onSubscribe(given);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            if (refused) {
                return;
            }
            received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (received <= MOST_BYTES) {
                all.onNext(new ArrayList<>(buffers));
                return;
            }
            refused = true;
            if (subscription != null) {
                subscription.cancel();
            }
            all.onError(new IOException("The provider sends more than " + MOST_BYTES + " bytes"));
        }

        @Override
        public void onError(Throwable failure) {
            if (!refused) {
                all.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (!refused) {
                all.onComplete();
            }
        }
    }
}
