package org.ardina.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    /** The tests of this module run in its folder. */
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern KEY_IN_CODE = Pattern.compile("\"(ardina\\.[a-z]+[a-z.-]*[a-z])\"");
    private static final Pattern KEY_IN_SERVER = Pattern.compile("<variable name=\"(ardina\\.[a-z.-]+)\"");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(ardina\\.[a-z.-]+)` \\| `([A-Z_]+)` \\|", Pattern.MULTILINE);
    /** Features are rooms of the newsroom, doors rooms of the web; what lies deeper belongs to one of them. */
    private static final Pattern PACKAGE =
            Pattern.compile("[a-z]+/src/main/java/(org/ardina/(?:web/)?(?!web/)[a-z]+)/package-info.java");

    private static final Pattern TEST_METHOD = Pattern.compile("`([A-Za-z]+)#([A-Za-z]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

    @Test
    void everyKeyHasARowInTheReadmeAndEveryRowAKey() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            Pattern pattern = file.toString().endsWith(".java") ? KEY_IN_CODE : KEY_IN_SERVER;
            pattern.matcher(text).results().map(result -> result.group(1)).forEach(keys::add);
        }
        assertThat(keys).hasSizeGreaterThan(8);
        Set<String> rows = new TreeSet<>();
        Matcher matcher = ROW.matcher(Files.readString(ROOT.resolve("README.md")));
        while (matcher.find()) {
            rows.add(matcher.group(1));
            assertThat(matcher.group(2))
                    .isEqualTo(matcher.group(1).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        }
        assertThat(rows).isEqualTo(keys);
    }

    @Test
    void linksLeadToFilesThatAreThere() throws IOException {
        for (Path page : pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                if (!link.group(1).contains("://")) {
                    assertThat(page.resolveSibling(link.group(1)))
                            .as("linked from %s", page)
                            .exists();
                }
            }
        }
    }

    @Test
    void packagesAndTestsNamedForDevelopersAreThere() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/developer.md"));
        Set<String> packages;
        try (Stream<Path> files = Files.walk(ROOT)) {
            packages = files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> PACKAGE.matcher(ROOT.relativize(file).toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1).replace('/', '.'))
                    .collect(Collectors.toSet());
        }
        assertThat(packages).hasSizeGreaterThan(10);
        for (String name : packages) {
            String last = name.substring(name.lastIndexOf('.'));
            assertThat(page.contains("`" + name + "`") || page.contains("`" + last + "`"))
                    .as("docs/developer.md names %s", name)
                    .isTrue();
        }
    }

    @Test
    void testsNamedForSecurityAreThere() throws IOException {
        Map<String, String> tests;
        try (Stream<Path> files = Files.walk(ROOT)) {
            tests = files.filter(file -> file.toString().matches(".*/src/test/java/.*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), DocumentationTest::read));
        }
        List<MatchResult> named = TEST_METHOD
                .matcher(Files.readString(ROOT.resolve("docs/security.md")))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(20);
        for (MatchResult test : named) {
            assertThat(tests).containsKey(test.group(1));
            assertThat(tests.get(test.group(1))).as(test.group()).contains("void " + test.group(2) + "(");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("src/main"))
                    .filter(file -> file.toString().matches(".*\\.java|.*/includes/.*\\.xml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 3)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }
}
