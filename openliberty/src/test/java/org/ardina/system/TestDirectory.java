package org.ardina.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of tests, kept after the build for whoever wants to see what a server wrote. */
final class TestDirectory {

    private TestDirectory() {}

    static Path make(String name) {
        try {
            Path parent = Files.createDirectories(Path.of(System.getProperty("ardina.test.directory")));
            return Files.createTempDirectory(parent, name + "-");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
