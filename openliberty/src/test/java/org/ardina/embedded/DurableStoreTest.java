package org.ardina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableStoreTest {

    private static final int WRITERS = 12;

    @TempDir
    Path directory;

    @Test
    void commitsTogetherWhatIsWrittenAtOnce() throws Exception {
        try (DurableStore store = DurableStore.open(directory.resolve("together"))) {
            OrderedMap map = store.map("map");
            long before = store.commits();
            Crowd crowd = new Crowd(store, map);
            crowd.release();
            crowd.writers.forEach(CompletableFuture::join);
            assertThat(store.commits() - before).isLessThan(WRITERS);
            IntStream.range(0, WRITERS)
                    .forEach(number ->
                            assertThat(store.read(() -> map.get(bytes(number)))).isEqualTo(bytes(number)));
        }
    }

    @Test
    void tellsAllWhoseCommandsCouldNotBeCommitted() throws Exception {
        DurableStore store = DurableStore.open(directory.resolve("failing"));
        Crowd crowd = new Crowd(store, store.map("map"));
        store.file().closeImmediately();
        crowd.release();
        for (CompletableFuture<?> writer : crowd.writers) {
            assertThatThrownBy(writer::join).hasCauseInstanceOf(MVStoreException.class);
        }
    }

    @Test
    void finishesWhatAnInterruptedThreadWrites() throws Exception {
        try (DurableStore store = DurableStore.open(directory.resolve("interrupted"))) {
            OrderedMap map = store.map("map");
            Crowd crowd = new Crowd(store, map);
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread writer = new Thread(() -> {
                store.write(() -> map.put(bytes(WRITERS), bytes(WRITERS)));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            writer.start();
            writer.interrupt();
            Awaitility.await("it to wait, not to go round and round")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> writer.getState() == Thread.State.WAITING);
            crowd.release();
            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(store.read(() -> map.get(bytes(WRITERS)))).isEqualTo(bytes(WRITERS));
        }
    }

    /** Some who write while the command of the first of them takes its time. */
    private static final class Crowd {

        private final CountDownLatch released = new CountDownLatch(1);
        private final List<CompletableFuture<Void>> writers = new ArrayList<>();

        Crowd(DurableStore store, OrderedMap map) throws InterruptedException {
            CountDownLatch first = new CountDownLatch(1);
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                List<Thread> thread = new ArrayList<>();
                CountDownLatch begun = new CountDownLatch(1);
                writers.add(CompletableFuture.runAsync(
                        () -> store.write(() -> {
                            first.countDown();
                            awaitRelease();
                            return map.put(bytes(number), bytes(number));
                        }),
                        task -> {
                            Thread writer = new Thread(task);
                            thread.add(writer);
                            writer.start();
                            begun.countDown();
                        }));
                begun.await();
                first.await();
                Awaitility.await("writer " + number)
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> thread.get(0).getState() == Thread.State.WAITING);
            }
        }

        private void awaitRelease() {
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        void release() {
            released.countDown();
        }
    }

    private static byte[] bytes(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    }
}
