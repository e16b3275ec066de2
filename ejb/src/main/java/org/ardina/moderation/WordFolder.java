package org.ardina.moderation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.ardina.configuration.ConfigurationException;

/**
 * The word lists of a folder, read again after one of them was changed. Lists with a mistake are told in the log and those
 * from before it stay in force.
 */
final class WordFolder implements Supplier<WordLists> {

    static final Duration LOOKS_EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(WordFolder.class.getName());

    private final Path folder;
    private final InstantSource clock;
    private volatile State state;

    /**
     * What was found.
     *
     * @param looked when
     * @param files what tells whether a file was changed, by its name
     */
    private record State(Instant looked, Map<String, String> files, WordLists lists) {}

    /**
     * The lists of a folder.
     *
     * @throws ConfigurationException if there are none, or a line of one is not a word or phrase
     */
    WordFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.state = new State(clock.instant(), files(), WordLists.read(folder));
    }

    @Override
    public WordLists get() {
        State known = state;
        return clock.instant().isBefore(known.looked().plus(LOOKS_EVERY)) ? known.lists() : look();
    }

    private synchronized WordLists look() {
        State known = state;
        Instant now = clock.instant();
        if (now.isBefore(known.looked().plus(LOOKS_EVERY))) {
            return known.lists();
        }
        Map<String, String> files = files();
        WordLists lists = known.lists();
        if (!files.equals(known.files())) {
            try {
                lists = WordLists.read(folder);
                LOG.log(Level.INFO, "Read the word lists in {0} again", folder);
            } catch (ConfigurationException unusable) {
                LOG.log(Level.SEVERE, "The word lists of before stay in force: {0}", unusable.getMessage());
            }
        }
        state = new State(now, files, lists);
        return lists;
    }

    /** Names, sizes and times of the files; nothing of a folder that cannot be read, which reading it then tells. */
    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                files.put(path.getFileName().toString(), attributes.lastModifiedTime() + " " + attributes.size());
            }
        } catch (IOException unreadable) {
            return Map.of();
        }
        return files;
    }
}
