package org.ardina.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a benchmark compares with: nginx, serving files that are already compressed. */
final class StaticServer implements AutoCloseable {

    private static final String CONFIGURATION = """
            daemon off;
            user %3$s;
            worker_processes 2;
            error_log %1$s/error.log;
            pid %1$s/nginx.pid;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 100000000;
                open_file_cache max=20000 inactive=10m;
                open_file_cache_valid 10m;
                types { }
                default_type "text/html;charset=UTF-8";
                server {
                    listen 127.0.0.1:%2$d reuseport;
                    root %1$s/files;
                    gzip_static always;
                    add_header Cache-Control "public, max-age=0";
                }
            }
            """;

    private final Path directory;
    private final int port;
    private final Process process;

    private StaticServer(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** @param processors on which alone it may run, as taskset takes them */
    static StaticServer start(Path directory, String processors) throws IOException {
        Files.createDirectories(directory.resolve("files"));
        int port = FreePort.next();
        Path configuration = directory.resolve("nginx.conf");
        Files.writeString(
                configuration,
                CONFIGURATION.formatted(directory.toAbsolutePath(), port, System.getProperty("user.name")));
        Process process = new ProcessBuilder(List.of(
                        "taskset",
                        "-c",
                        processors,
                        "nginx",
                        "-p",
                        directory.toAbsolutePath().toString(),
                        "-c",
                        configuration.toAbsolutePath().toString()))
                .inheritIO()
                .start();
        return new StaticServer(directory, port, process);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    long pid() {
        return process.pid();
    }

    /** The processes that answer, which the first one starts. */
    List<Long> workers() {
        return process.children().map(ProcessHandle::pid).toList();
    }

    /** The folder of what it serves, compressed. */
    Path files() {
        return directory.resolve("files");
    }

    /** Puts a file there under a path that begins with a slash. */
    void put(String path, byte[] gzip) {
        try {
            Path file = Path.of(files() + path + ".gz");
            Files.createDirectories(file.getParent());
            Files.write(file, gzip);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
