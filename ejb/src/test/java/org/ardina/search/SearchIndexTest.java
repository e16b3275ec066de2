package org.ardina.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the index lies, what it remembers, and that nothing is made of damaged files. */
class SearchIndexTest {

    private static final Instant POSITION = Instant.parse("2026-06-01T00:00:00Z");
    private static final int ROUNDS = 40;

    @TempDir
    private Path directory;

    @Test
    void remembersHowFarItIsWithWhatItHolds() throws IOException {
        try (SearchedPaper paper = SearchedPaper.in(directory)) {
            assertThat(paper.index().position()).isEqualTo(Instant.EPOCH);
            paper.with(paper.article("Kept", "Text"));
            paper.index().advance(POSITION);
            paper.index().advance(POSITION.minusSeconds(1));
            paper.index().commit();
            paper.with(paper.article("Lost", "Text"));
            paper.index().advance(POSITION.plusSeconds(1));
        }
        try (SearchedPaper paper = SearchedPaper.in(directory)) {
            assertThat(paper.index().position()).isEqualTo(POSITION);
            assertThat(paper.headlines("")).containsExactly("Kept");
        }
    }

    @Test
    void knowsItsVersions() throws IOException {
        try (SearchedPaper paper = SearchedPaper.in(directory)) {
            var draft = paper.article("Headline", "Text");
            for (int number = 0; number < 5; number++) {
                paper.index().put(SearchedPaper.article(draft, number, number + 1L));
                paper.index().refresh();
            }
            String changed = "%024x".formatted(1);
            String removed = "%024x".formatted(2);
            paper.index().put(SearchedPaper.article(draft, 1, 7));
            paper.index().remove(removed);
            paper.index().refresh();
            assertThat(paper.index().versions(List.of("%024x".formatted(0), changed, removed, "nothing")))
                    .isEqualTo(Map.of("%024x".formatted(0), 1L, changed, 7L));
            assertThat(paper.index().size()).isEqualTo(4);
        }
    }

    @Test
    void leavesAnIndexToWhoeverHasItOpen() {
        try (SearchedPaper first = SearchedPaper.in(directory);
                SearchedPaper second = SearchedPaper.in(directory)) {
            first.with(first.article("First", "Text"));
            second.with(second.article("Second", "Text"));
            assertThat(first.index().folder()).isNotEqualTo(second.index().folder());
            assertThat(first.headlines("")).containsExactly("First");
            assertThat(second.headlines("")).containsExactly("Second");
        }
    }

    @Test
    void isBuiltAnewInAnotherForm() throws IOException {
        make();
        try (SearchedPaper paper = SearchedPaper.in(directory, "2")) {
            assertThat(paper.index().position()).isEqualTo(Instant.EPOCH);
            assertThat(paper.headlines("")).isEmpty();
        }
        make();
        try (Stream<Path> files = Files.list(directory.resolve("search"))) {
            for (Path commit : files.filter(
                            file -> file.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.delete(commit);
            }
        }
        try (SearchedPaper paper = SearchedPaper.in(directory)) {
            assertThat(paper.index().position()).isEqualTo(Instant.EPOCH);
            assertThat(paper.headlines("")).isEmpty();
        }
    }

    /** Whatever happens to its files, an index has all that it says or begins anew. */
    @Test
    void neverOpensWhatIsDamaged() throws IOException {
        Random random = new Random(42);
        int anew = 0;
        for (int round = 0; round < ROUNDS; round++) {
            make();
            Path file = damage(random, round);
            try (SearchedPaper paper = SearchedPaper.in(directory)) {
                if (paper.index().position().equals(Instant.EPOCH)) {
                    anew++;
                    assertThat(paper.headlines("")).as(file.toString()).isEmpty();
                } else {
                    assertThat(paper.headlines("\"in the harbour\""))
                            .as(file.toString())
                            .hasSize(10);
                    assertThat(paper.find("ferry").total()).isEqualTo(30);
                }
                paper.with(paper.article("Written after all", "Text"));
                assertThat(paper.headlines("written")).contains("Written after all");
            }
        }
        assertThat(anew).as("rounds in which the damage mattered").isGreaterThan(ROUNDS / 2);
    }

    private void make() throws IOException {
        if (Files.exists(directory.resolve("search"))) {
            try (Stream<Path> files = Files.list(directory.resolve("search"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        try (SearchedPaper paper = SearchedPaper.in(directory)) {
            for (int part = 0; part < 3; part++) {
                paper.with(IntStream.range(0, 10)
                        .mapToObj(i -> paper.article("Ferry " + i, "Another one in the harbour today"))
                        .toArray(SearchedPaper.Draft[]::new));
            }
            paper.index().advance(POSITION);
            paper.index().commit();
        }
    }

    private Path damage(Random random, int round) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(directory.resolve("search"))) {
            files = found.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            switch (round % 3) {
                case 0 -> {
                    long place = random.nextLong(bytes.length());
                    bytes.seek(place);
                    int before = bytes.read();
                    bytes.seek(place);
                    bytes.write(before ^ (1 << random.nextInt(8)));
                }
                case 1 -> bytes.setLength(random.nextLong(bytes.length()));
                default -> bytes.setLength(0);
            }
        }
        return file;
    }
}
