package org.ardina.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java process with the class path of this one, whose output can be read after it was killed. */
final class ChildProcess implements AutoCloseable {

    /** What a shell reports of a process that was ended by the signal SIGKILL. */
    static final int KILLED = 128 + 9;

    private final Process process;
    private final BufferedReader output;

    ChildProcess(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits for so many lines. */
    List<String> lines(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("The process ended after " + lines);
            }
            lines.add(line);
        }
        return lines;
    }

    /** Kills the process; returns how it ended. */
    int kill() throws InterruptedException {
        // Through the handle, because the process itself would close the output, too.
        process.toHandle().destroyForcibly();
        return process.waitFor();
    }

    /** The complete lines that the process had printed and nobody has read. */
    List<String> remainingLines() throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
            text.append(buffer, 0, read);
        }
        int end = text.lastIndexOf("\n");
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
