package org.ardina.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.ardina.configuration.Settings;

/** The folder in which this server keeps files: embedded stores and whatever else stays on this machine. */
@Dependent
public class DataDirectory {

    static final String KEY = "ardina.data.dir";

    private final Path path;

    @Inject
    public DataDirectory(Settings settings) {
        this.path =
                Path.of(settings.text(KEY).orElse("./data")).toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }
}
