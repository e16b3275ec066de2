package org.ardina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ardina.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class EmbeddedRedisTest {

    @TempDir
    Path directory;

    @Test
    void answersWithinItsLimits() {
        try (EmbeddedRedis redis = new EmbeddedRedis();
                Jedis client = new Jedis(redis.start(directory))) {
            client.set("key", "value");
            assertThat(client.get("key")).isEqualTo("value");
            assertThat(client.configGet("maxmemory")).containsEntry("maxmemory", "67108864");
            assertThat(client.configGet("maxmemory-policy")).containsEntry("maxmemory-policy", "allkeys-lru");
            assertThat(client.configGet("bind")).containsEntry("bind", "127.0.0.1");
            assertThat(client.configGet("save")).containsEntry("save", "");
            assertThat(client.configGet("appendonly")).containsEntry("appendonly", "no");
        }
    }

    @Test
    void endsWithItsServerAndLeavesNoFilesBehind() throws IOException {
        List<Path> afterFirst = List.of();
        for (int start = 0; start < 3; start++) {
            try (EmbeddedRedis redis = new EmbeddedRedis()) {
                redis.start(directory);
                assertThat(leftBehind().isAlive()).isTrue();
            }
            List<Path> files = files();
            assertThat(start == 0 ? files : afterFirst).isEqualTo(files);
            afterFirst = files;
        }
    }

    @Test
    void stopsWhatAKilledServerLeftBehind() throws Exception {
        ProcessHandle orphan;
        try (ChildProcess child = new ChildProcess(RedisChild.class, directory.toString())) {
            assertThat(child.lines(1).get(0)).startsWith("redis://127.0.0.1:");
            assertThat(child.kill()).isEqualTo(ChildProcess.KILLED);
            orphan = leftBehind();
            assertThat(orphan.isAlive()).isTrue();
        }
        try (EmbeddedRedis redis = new EmbeddedRedis();
                Jedis client = new Jedis(redis.start(directory))) {
            assertThat(client.ping()).isEqualTo("PONG");
            await().until(() -> !orphan.isAlive());
        }
    }

    @Test
    void leavesForeignProcessesAlone() throws IOException {
        Process foreign = new ProcessBuilder("sleep", "60").start();
        try (EmbeddedRedis redis = new EmbeddedRedis()) {
            Files.writeString(RedisProcess.pidFile(directory), Long.toString(foreign.pid()));
            redis.start(directory);
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (EmbeddedRedis first = new EmbeddedRedis();
                EmbeddedRedis second = new EmbeddedRedis()) {
            first.start(directory);
            assertThatThrownBy(() -> second.start(directory))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("in use by another running server");
        }
    }

    private ProcessHandle leftBehind() throws IOException {
        String pid = Files.readString(RedisProcess.pidFile(directory)).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
