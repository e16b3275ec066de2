package org.ardina.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordFolderTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @TempDir
    private Path folder;

    private WordFolder words;

    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(folder.resolve("banned.txt"), "custard\n");
        words = new WordFolder(folder, now::get);
    }

    @Test
    void readsListsAgainThatWereChanged() throws IOException {
        Files.writeString(folder.resolve("banned.txt"), "marmalade\n");
        assertThat(bans("custard")).as("not looked again yet").isTrue();
        pass(WordFolder.LOOKS_EVERY);
        assertThat(bans("custard")).isFalse();
        assertThat(bans("marmalade")).isTrue();
    }

    @Test
    void readsListsThatWereAdded() throws IOException {
        Files.writeString(folder.resolve("banned-en.txt"), "marmalade\n");
        pass(WordFolder.LOOKS_EVERY);
        assertThat(bans("marmalade")).isTrue();
    }

    @Test
    void keepsTheListsWhileThereIsAMistake() throws IOException {
        Files.writeString(folder.resolve("banned.txt"), "mar*malade\n");
        pass(WordFolder.LOOKS_EVERY);
        assertThat(bans("custard")).isTrue();
        Files.writeString(folder.resolve("banned.txt"), "pudding\n");
        pass(WordFolder.LOOKS_EVERY);
        assertThat(bans("pudding")).isTrue();
    }

    @Test
    void keepsTheListsOfAFolderThatIsGone() throws IOException {
        Files.delete(folder.resolve("banned.txt"));
        pass(WordFolder.LOOKS_EVERY);
        assertThat(bans("custard")).isTrue();
        Files.delete(folder);
        pass(WordFolder.LOOKS_EVERY);
        assertThat(bans("custard")).isTrue();
    }

    private boolean bans(String word) {
        return !words.get().banned("en").in(new FoldedText(word)).isEmpty();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
