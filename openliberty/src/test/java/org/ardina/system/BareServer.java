package org.ardina.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The server of the site, configured as there, with nothing in it but a {@link FileServlet}: what the platform by itself
 * costs.
 */
final class BareServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final String CONFIGURATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <server description="One servlet">
                <include location="%1$s/includes/features.xml"/>
                <include location="%1$s/includes/http.xml"/>
                <include location="%1$s/includes/logging.xml"/>
                <include location="%1$s/includes/operations.xml"/>
                <webApplication location="bare.war" contextRoot="/"/>
            </server>
            """;

    private final int port;
    private final Process process;

    private BareServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param directory for whatever it writes
     * @param files the folder of compressed files, the names of which end with {@code .gz}
     * @param processors on which alone it may run, as taskset takes them
     */
    static BareServer start(Path directory, Path files, String processors) throws IOException {
        Path home = Path.of(System.getProperty("ardina.server.home"));
        Path site = home.resolve("usr/servers/ardina");
        Path server = Files.createDirectories(directory.resolve("servers/bare"));
        for (String shared : List.of("jvm.options", "server.env", "bootstrap.properties")) {
            Files.copy(site.resolve(shared), server.resolve(shared));
        }
        Files.writeString(server.resolve("server.xml"), CONFIGURATION.formatted(site.toAbsolutePath()));
        ShrinkWrap.create(WebArchive.class, "bare.war")
                .addClass(FileServlet.class)
                .as(ZipExporter.class)
                .exportTo(Files.createDirectories(server.resolve("apps"))
                        .resolve("bare.war")
                        .toFile());
        int port = FreePort.next();
        ProcessBuilder builder = new ProcessBuilder(
                "taskset", "-c", processors, home.resolve("bin/server").toString(), "run", "bare");
        builder.environment().put("WLP_USER_DIR", directory.toAbsolutePath().toString());
        builder.environment()
                .put(
                        "WLP_OUTPUT_DIR",
                        directory.resolve("output").toAbsolutePath().toString());
        builder.environment().put("ARDINA_HTTP_PORT", Integer.toString(port));
        builder.environment().put("ARDINA_HTTP_HOST", "localhost");
        builder.environment().put(FileServlet.FOLDER, files.toAbsolutePath().toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(directory.resolve("server.log").toFile());
        return new BareServer(port, builder.start());
    }

    /** Waits until it answers with a file of this path. */
    void await(String path) {
        NewsSite server = new NewsSite(address());
        Awaitility.await("a servlet that answers").atMost(START).until(() -> server.status(path) == 200);
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
