package org.ardina.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds templates and texts together: no text in a template, no key missing, left over or different in a language. */
class TextsTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path VIEWS = Path.of("src/main/webapp");
    private static final Path CLASSES = Path.of("src/main/java/org/ardina/web");
    private static final Path RESOURCES = Path.of("src/main/resources/org/ardina/web/site");

    private static final Path NEWSROOM = Path.of("../ejb/src/main/java");

    /** Keys that begin so end in the code of a problem, or the name of what was done. */
    private static final List<String> BEGINNINGS =
            List.of("problem.", "account.done.", "console.done.", "console.problem.", "reason.");

    private static final Pattern KEY = Pattern.compile("\"([a-z]+[.a-z-]*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\b(?:alt|title|aria-label|placeholder|content|label)=\"([^\"]*)\"");
    /** What is called the same in every language. */
    private static final List<String> NAMES = List.of("MongoDB", "Redis", "MB");

    private static final Set<String> CONTENTS_FOR_MACHINES =
            Set.of("width=device-width, initial-scale=1", "light dark", "noindex", "summary_large_image");

    @ParameterizedTest
    @EnumSource
    void everyKeyIsUsedAndEveryUsedKeyExists(InterfaceLanguage language) throws IOException {
        Set<String> keys = new TreeSet<>(bundle(language).stringPropertyNames());
        assertThat(keys).isEqualTo(usedKeys(keys));
    }

    @Test
    void languagesAgreeOnKeysAndPlaceholders() throws IOException {
        Properties english = bundle(InterfaceLanguage.ENGLISH);
        Properties portuguese = bundle(InterfaceLanguage.PORTUGUESE);
        assertThat(portuguese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(portuguese.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            assertThat(portuguese.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    void templatesContainNoText() throws IOException {
        for (Path template : files(TEMPLATES, ".jte")) {
            String source = withoutExpressions(Files.readString(template));
            Matcher attributes = SPOKEN_ATTRIBUTE.matcher(source);
            while (attributes.find()) {
                if (!CONTENTS_FOR_MACHINES.contains(attributes.group(1))) {
                    assertThat(attributes.group(1))
                            .as("attribute in %s", template)
                            .doesNotContainPattern("\\p{L}");
                }
            }
            String text = source.replaceAll("<[^>]*>", "").replaceAll("&#?\\w+;", "");
            assertThat(text).as("text in %s", template).doesNotContainPattern("\\p{L}");
        }
    }

    @Test
    void viewsContainNoText() throws IOException {
        for (Path view : files(VIEWS, ".xhtml")) {
            String source = Files.readString(view).replaceAll("#\\{[^}]*}", "");
            Matcher attributes = SPOKEN_ATTRIBUTE.matcher(source);
            while (attributes.find()) {
                if (!CONTENTS_FOR_MACHINES.contains(attributes.group(1))) {
                    assertThat(attributes.group(1)).as("attribute in %s", view).doesNotContainPattern("\\p{L}");
                }
            }
            String text = source.replaceAll("<!DOCTYPE html>", "")
                    .replaceAll("<[^>]*>", "")
                    .replaceAll("\\b(" + String.join("|", NAMES) + ")\\b", "");
            assertThat(text).as("text in %s", view).doesNotContainPattern("\\p{L}");
        }
    }

    @Test
    void hardCodedTextIsFound() {
        assertThat(withoutExpressions("@import a.B\n@if(x.y(\")\"))\n<p>${t(\"}\")} Read!{var z = 1;} on</p>\n@endif"))
                .isEqualTo("\n\n<p> Read on</p>\n");
    }

    private static Set<String> usedKeys(Set<String> keys) throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : Stream.of(files(TEMPLATES, ".jte"), files(VIEWS, ".xhtml"), files(CLASSES, ".java"))
                .flatMap(List::stream)
                .toList()) {
            String source = Files.readString(file);
            Matcher calls = Pattern.compile("\\b(text|count|formatter)\\(\\s*[\"']([a-z.-]+)[\"']")
                    .matcher(source);
            while (calls.find()) {
                if (calls.group(1).equals("count")) {
                    used.add(calls.group(2) + ".one");
                    used.add(calls.group(2) + ".other");
                } else {
                    used.add(calls.group(2));
                }
            }
        }
        for (Notice notice : Notice.values()) {
            used.add("notice." + notice.key() + ".title");
            used.add("notice." + notice.key() + ".text");
        }
        String newsroom = source(NEWSROOM) + source(CLASSES);
        keys.stream().filter(key -> newsroom.contains('"' + key + '"')).forEach(used::add);
        for (String beginning : BEGINNINGS) {
            keys.stream()
                    .filter(key -> key.startsWith(beginning)
                            && newsroom.contains('"' + key.substring(beginning.length()) + '"'))
                    .forEach(used::add);
        }
        // Titles of pages and the like are named where a page is made, and looked up where it is shown.
        String doors = source(CLASSES);
        keys.stream().filter(key -> doors.contains('"' + key + '"')).forEach(used::add);
        assertThat(keys).allMatch(key -> KEY.matcher('"' + key + '"').matches());
        return used;
    }

    private static String source(Path folder) throws IOException {
        StringBuilder source = new StringBuilder();
        for (Path file : files(folder, ".java")) {
            source.append(Files.readString(file));
        }
        return source.toString();
    }

    /** The template without directives, expressions and statements of jte. */
    private static String withoutExpressions(String source) {
        StringBuilder kept = new StringBuilder();
        String plain = source.replaceAll("(?m)^@(import|param) .*$", "").replaceAll("@(else|endif|endfor)\\b", "");
        int i = 0;
        while (i < plain.length()) {
            Matcher start = Pattern.compile("[$!]\\{|\\$unsafe\\{|@(if|elseif|for|template\\.[\\w.]+)\\(")
                    .matcher(plain)
                    .region(i, plain.length());
            if (start.lookingAt()) {
                i = endOfBrackets(plain, start.end());
            } else {
                kept.append(plain.charAt(i++));
            }
        }
        return kept.toString();
    }

    private static int endOfBrackets(String source, int start) {
        int depth = 1;
        boolean quoted = false;
        int i = start;
        while (depth > 0) {
            char c = source.charAt(i++);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == '{')) {
                depth++;
            } else if (!quoted && (c == ')' || c == '}')) {
                depth--;
            }
        }
        return i;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Properties bundle(InterfaceLanguage language) throws IOException {
        Properties properties = new Properties();
        for (String bundle : List.of("messages", "console")) {
            Path file = RESOURCES.resolve(bundle + "_" + language.tag() + ".properties");
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(result -> result.group()).collect(Collectors.toSet());
    }
}
