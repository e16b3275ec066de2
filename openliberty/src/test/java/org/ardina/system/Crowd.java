package org.ardina.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Readers who all ask at the same time, or go on asking until they are told to stop. */
final class Crowd implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 2_000_000;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> asking = new ArrayList<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    /** Asks for one address many times at once; who gets no answer completes with the exception. */
    List<CompletableFuture<HttpResponse<String>>> ask(URI address, int readers) {
        HttpRequest request = request(address);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            answers.add(client.sendAsync(request, BodyHandlers.ofString()));
        }
        return answers;
    }

    /** Goes on asking, one after the other, until {@link #stop}. What fails fails the test there. */
    void keepAsking(Supplier<URI> addresses, Consumer<Answer> taken) {
        asking.add(threads.submit(() -> {
            while (!enough.get()) {
                URI address = addresses.get();
                long start = System.nanoTime();
                HttpResponse<String> response = client.send(request(address), BodyHandlers.ofString());
                taken.accept(new Answer(address, response, Duration.ofNanos(System.nanoTime() - start)));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return null;
        }));
    }

    /** Ends the asking, and fails where any of it failed. */
    void stop() throws Exception {
        enough.set(true);
        for (Future<?> one : asking) {
            one.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
    }

    @Override
    public void close() {
        enough.set(true);
        threads.shutdownNow();
    }

    /** What a reader got, and how long it took. */
    record Answer(URI address, HttpResponse<String> response, Duration duration) {

        String cacheStatus() {
            return response.headers().firstValue("Cache-Status").orElse("");
        }
    }
}
