package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The packaged server as a process of its own, with its own folder for whatever it writes. */
final class ServerProcess implements AutoCloseable {

    static final String ADMIN_PASSWORD = "correct horse battery";

    private static final String JAVA_OPTIONS = "JVM_ARGS";

    /**
     * For servers that live for a minute: what is compiled once, quickly, is sooner there. Those that are measured leave it
     * out, as {@link #AS_SHIPPED} says.
     */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /** The environment of a server that is measured, with no options for Java but its own. */
    static final Map<String, String> AS_SHIPPED = Map.of(JAVA_OPTIONS, "");

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofMinutes(1);

    /**
     * Folders in which servers keep what they have unpacked and found out about their own parts, with the last server of
     * each. Whoever comes after it starts a quarter sooner, as a server does that is started again.
     */
    private static final Map<Path, Process> OUTPUTS = new LinkedHashMap<>();

    private final Path directory;
    private final int port;
    private final Process process;

    private ServerProcess(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** Starts a server with embedded stores, or those that {@code ARDINA_TEST_…_URI} name, and waits until it is ready. */
    static ServerProcess start(Path directory, Map<String, String> environment) {
        ServerProcess server = launch(directory, environment);
        try {
            server.awaitReady();
            return server;
        } catch (AssertionError notReady) {
            server.close();
            throw notReady;
        }
    }

    /** Starts a server without waiting for it. */
    static ServerProcess launch(Path directory, Map<String, String> environment) {
        int port = FreePort.next();
        Path home = Path.of(System.getProperty("ardina.server.home"));
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/server").toString(), "run", "ardina");
        Map<String, String> variables = new HashMap<>();
        variables.put("ARDINA_HTTP_PORT", Integer.toString(port));
        variables.put("ARDINA_HTTP_HOST", "localhost");
        variables.put("ARDINA_DATA_DIR", directory.resolve("data").toString());
        variables.put("ARDINA_ADMIN_PASSWORD", ADMIN_PASSWORD);
        variables.put(JAVA_OPTIONS, QUICK_START);
        // All tests come from one address; those of limits set their own.
        variables.put("ARDINA_LIMITS_REGISTRATIONS_PER_HOUR", "100000");
        variables.put("ARDINA_LIMITS_FAILED_LOGINS", "100000");
        variables.put("ARDINA_LIMITS_API_PER_MINUTE", "1000000");
        variables.put("ARDINA_LIMITS_COMMENTS_PER_MINUTE", "1000000");
        variables.putAll(TestStores.environment());
        variables.putAll(environment);
        builder.environment().putAll(variables);
        builder.environment().values().removeIf(String::isEmpty);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("server.log").toFile()));
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(directory.resolve("server.err").toFile()));
        try {
            return new ServerProcess(directory, port, startInOutput(builder));
        } catch (IOException notStarted) {
            throw new UncheckedIOException("The packaged server is not in " + home, notStarted);
        }
    }

    private static synchronized Process startInOutput(ProcessBuilder builder) throws IOException {
        Path output = OUTPUTS.entrySet().stream()
                .filter(last -> !last.getValue().isAlive())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> TestDirectory.make("output"));
        builder.environment().put("WLP_OUTPUT_DIR", output.toString());
        Process process = builder.start();
        OUTPUTS.put(output, process);
        return process;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    NewsSite site() {
        return new NewsSite(address());
    }

    long pid() {
        return process.pid();
    }

    /** What the server has printed, this and earlier times in this folder. */
    ServerLog serverLog() {
        return new ServerLog(log());
    }

    /** The letters that the server has written into its folder, as they would have been sent. */
    List<String> letters() {
        Path folder = directory.resolve("data").resolve("mail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> letters = new ArrayList<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".eml")).toList()) {
                letters.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return letters;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The lines that the server has printed, this and earlier times in this folder. */
    List<String> log() {
        try {
            return Files.readAllLines(directory.resolve("server.log"), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits until the application is deployed, whether or not its stores answer. */
    void awaitStarted() {
        awaitHealth("/health/started");
    }

    void awaitReady() {
        awaitHealth("/health/ready");
    }

    private void awaitHealth(String path) {
        try {
            Awaitility.await()
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        assertThat(process.isAlive())
                                .as("the server ended: %s", lastLines())
                                .isTrue();
                        return site().status(path) == 200;
                    });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "%s is not up after %s: %s%nThe last lines of %s:%n%s%nWhat its threads do:%n%s"
                            .formatted(path, START, health(path), directory, lastLines(), threads()),
                    late);
        }
    }

    private String health(String path) {
        try {
            return site().get(path).body();
        } catch (UncheckedIOException noAnswer) {
            return noAnswer.toString();
        }
    }

    private String threads() {
        Path command = Path.of(System.getProperty("java.home"), "bin", "jstack");
        try {
            Process dump = new ProcessBuilder(command.toString(), "-l", Long.toString(pid()))
                    .redirectErrorStream(true)
                    .start();
            return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notRun) {
            return notRun.toString();
        }
    }

    /** Ends the process at once, as kill -9 does, and makes sure that it was this that ended it. */
    void kill() throws InterruptedException {
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly();
        assertThat(process.waitFor()).isEqualTo(128 + 9);
    }

    /** Stops the server as Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS))
                .as("the server stops when it is asked to")
                .isTrue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            try {
                stop();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private String lastLines() {
        List<String> lines = log();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
