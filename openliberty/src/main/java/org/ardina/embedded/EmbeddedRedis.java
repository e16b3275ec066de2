package org.ardina.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ardina.store.EmbeddedStore;
import org.ardina.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;
import redis.embedded.error.UnknownOSName;

/**
 * A Redis child process that listens on the loopback interface only and writes nothing to disk: it holds only what can
 * be rebuilt.
 */
public final class EmbeddedRedis implements EmbeddedStore {

    private @Nullable DirectoryLock lock;
    private @Nullable RedisServer server;

    @Override
    public Kind kind() {
        return Kind.REDIS;
    }

    @Override
    public synchronized String start(Path directory) {
        try {
            Files.createDirectories(directory);
            Path home = directory.toRealPath();
            lock = DirectoryLock.acquire(home);
            RedisProcess.stopLeftOver(home);
            Path executable = ExecutableProvider.newJarResourceProvider(home.toFile())
                    .get()
                    .toPath();
            int port = freePort();
            RedisServer started = new RedisServer(port, arguments(executable, home, port), false);
            started.start();
            server = started;
            return "redis://" + Loopback.NAME + ":" + port;
        } catch (IOException | OsArchitectureNotFound | UnknownOSName e) {
            close();
            throw new StoreUnavailableException(
                    "The embedded Redis cannot run on this machine (" + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch") + ") in " + directory
                            + ". Configure the address of a Redis server instead.",
                    e);
        }
    }

    private static List<String> arguments(Path executable, Path home, int port) {
        return List.of(
                executable.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                Loopback.NAME,
                "--protected-mode",
                "yes",
                "--dir",
                home.toString(),
                "--pidfile",
                RedisProcess.pidFile(home).toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--maxmemory",
                "64mb",
                "--maxmemory-policy",
                "allkeys-lru");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, Loopback.address())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (server != null) {
                server.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server = null;
            if (lock != null) {
                lock.close();
            }
            lock = null;
        }
    }
}
