package org.ardina.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks for pages as fast as they come, with wrk. */
record LoadGenerator(Path scripts, String processors, int connections, int seconds) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("([0-9]+) requests in");
    private static final Pattern SLOWEST = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)\\b");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");
    private static final Pattern BROKEN =
            Pattern.compile("Socket errors: connect ([0-9]+), read ([0-9]+), write ([0-9]+), timeout ([0-9]+)");

    /**
     * What came of it.
     *
     * @param perSecond requests answered
     * @param p99Millis within which 99 of 100 were
     * @param failed answers that were no success, and connections that broke
     */
    record Result(double perSecond, long requests, double p99Millis, long failed) {}

    LoadGenerator during(int otherSeconds) {
        return new LoadGenerator(scripts, processors, connections, otherSeconds);
    }

    LoadGenerator with(int otherConnections) {
        return new LoadGenerator(scripts, processors, otherConnections, seconds);
    }

    Result run(String address, List<String> headers) {
        return await(start(address, headers, null, List.of()), address);
    }

    Result run(String address, List<String> headers, String script, List<String> arguments) {
        return await(start(address, headers, script, arguments), address);
    }

    /** Starts it without waiting for its end. */
    Process start(String address, List<String> headers, @Nullable String script, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of("taskset", "-c", processors, "wrk", "--threads", "1", "--latency", "--connections"));
        command.add(Integer.toString(connections));
        command.add("--duration");
        command.add(seconds + "s");
        headers.forEach(header -> command.addAll(List.of("--header", header)));
        if (script != null) {
            command.addAll(List.of("--script", script(script)));
        }
        command.add(address);
        command.add("--");
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            throw new UncheckedIOException("The benchmark needs the commands wrk, nginx and taskset", absent);
        }
    }

    static Result await(Process load, String address) {
        try {
            String output = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (load.waitFor() != 0) {
                throw new IllegalStateException("No load on " + address + ": " + output);
            }
            return parse(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String script(String name) {
        Path file = scripts.resolve(name);
        try (var source = LoadGenerator.class.getResourceAsStream(name)) {
            if (source == null) {
                throw new IllegalStateException("There is no " + name);
            }
            Files.write(file, source.readAllBytes());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return file.toString();
    }

    private static Result parse(String output) {
        long failed = number(REFUSED, output, 1);
        for (int kind = 1; kind <= 4; kind++) {
            failed += number(BROKEN, output, kind);
        }
        Matcher rate = RATE.matcher(output);
        Matcher slowest = SLOWEST.matcher(output);
        if (!rate.find() || !slowest.find()) {
            throw new IllegalStateException("Not understood: " + output);
        }
        double unit = switch (slowest.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1000;
        };
        return new Result(
                Double.parseDouble(rate.group(1)),
                number(COUNT, output, 1),
                Double.parseDouble(slowest.group(1)) * unit,
                failed);
    }

    private static long number(Pattern pattern, String output, int group) {
        Matcher matcher = pattern.matcher(output);
        return matcher.find() ? Long.parseLong(matcher.group(group)) : 0;
    }
}
