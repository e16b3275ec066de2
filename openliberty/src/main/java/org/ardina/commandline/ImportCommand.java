package org.ardina.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file through the REST API, shows how far it is, and prints the report. */
@Command(
        name = "ardina-import",
        description = "Imports a WordPress, Ghost, feed or JSON Lines export into a running site.",
        mixinStandardHelpOptions = true,
        version = "1.0",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the whole file was read", "1:it could not be read to its end", "2:it could not be started"})
public final class ImportCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final String PASSWORD = "ARDINA_ADMIN_PASSWORD";

    @Parameters(paramLabel = "FILE", description = "The export: plain, gzipped or zipped.")
    private Path file = Path.of("");

    @Option(names = "--site", paramLabel = "URL", description = "The site (default: ${DEFAULT-VALUE}).")
    private URI site = URI.create("http://localhost:9080");

    @Option(names = "--user", description = "An administrator (default: ${DEFAULT-VALUE}).")
    private String user = "admin";

    @Option(
            names = "--password",
            interactive = true,
            arity = "0..1",
            defaultValue = "${env:" + PASSWORD + ":-}",
            description = "Asks for the password; left out, it is taken from " + PASSWORD + ".")
    private String password = "";

    @Option(names = "--format", description = "wxr, ghost, rss or jsonl; left out, it is recognised.")
    private @Nullable String format;

    @Option(names = "--dry-run", description = "Only tells what would happen.")
    private boolean dryRun;

    @Spec
    private CommandSpec command = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ImportCommand())
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    line.getErr().println(exception.getMessage());
                    return 2;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            throw new IOException("The file " + file + " is not there, or cannot be read.");
        }
        if (password.isEmpty()) {
            throw new IOException("Set " + PASSWORD + ", or add --password to be asked for it.");
        }
        ImportClient client = ImportClient.logIn(site, user, password);
        String id = client.start(file, format, dryRun);
        PrintWriter output = command.commandLine().getOut();
        JsonNode report = client.report(id);
        while (!report.hasNonNull("finishedAt")) {
            output.print(progress(report) + "\r");
            output.flush();
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            report = client.report(id);
        }
        output.println(progress(report));
        client.forEachProblem(
                id,
                problem -> output.printf(
                        "%6d  %-7s  %s: %s%n",
                        problem.path("number").asLong(),
                        problem.path("outcome").asText().toLowerCase(Locale.ROOT),
                        problem.path("item").asText(),
                        problem.path("reason").asText()));
        output.flush();
        return report.path("state").asText().equals("FINISHED") ? 0 : 1;
    }

    private static String progress(JsonNode report) {
        return String.format(
                Locale.ROOT,
                "%3.0f %%  read %d  imported %d  skipped %d  failed %d",
                100 * report.path("progress").asDouble(),
                report.path("read").asLong(),
                report.path("imported").asLong(),
                report.path("skipped").asLong(),
                report.path("failed").asLong());
    }
}
