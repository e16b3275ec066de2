package org.ardina;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real input that may lie beside the project; tests that need it are skipped where it does not. */
public final class SharedData {

    private SharedData() {}

    /** A folder of it. Its parent is found above the working directory, or named by {@code ardina.test.data}. */
    public static Path require(String folder) {
        String named = System.getProperty("ardina.test.data");
        Path root = named != null
                ? Path.of(named)
                : Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                        .map(path -> path.resolve("shared/data"))
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElse(Path.of("shared/data"));
        Path found = root.resolve(folder);
        assumeTrue(Files.isDirectory(found), () -> "the real input " + folder + " is not beside this project");
        return found;
    }

    /** The files in a folder of it, at any depth, whose name ends like this. */
    public static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(require(folder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
