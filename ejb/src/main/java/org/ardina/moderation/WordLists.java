package org.ardina.moderation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ardina.configuration.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Banned and suspect words by language. A file of them is called {@code banned.txt} or {@code suspect.txt} for every
 * language, {@code banned-pt.txt} and so on for one, {@code innocent.txt} for words that are never meant. A line is a word
 * or phrase (see {@link WordPattern}); what follows a # is a remark.
 */
public final class WordLists {

    /** No words at all. */
    public static final WordLists NONE = parse(Map.of());

    private static final Pattern FILE = Pattern.compile("(banned|suspect|innocent)(?:-([a-z]{2,3}))?\\.txt");
    private static final List<String> SHIPPED = List.of(
            "banned.txt",
            "banned-en.txt",
            "banned-pt.txt",
            "suspect.txt",
            "suspect-en.txt",
            "suspect-pt.txt",
            "innocent.txt");

    private final Map<String, List<String>> files;
    private final Map<String, WordList> banned;
    private final Map<String, WordList> suspect;

    private WordLists(Map<String, List<String>> files, Map<String, WordList> banned, Map<String, WordList> suspect) {
        this.files = files;
        this.banned = banned;
        this.suspect = suspect;
    }

    /** The lists that come with the application. */
    public static WordLists shipped() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (String name : SHIPPED) {
            @Nullable InputStream stream = WordLists.class.getResourceAsStream("words/" + name);
            if (stream == null) {
                throw new IllegalStateException("The word list " + name + " is missing");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                files.put(name, reader.lines().toList());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return parse(files);
    }

    /**
     * The lists in a folder.
     *
     * @throws ConfigurationException if there are none, or a line of one is not a word or phrase
     */
    static WordLists read(Path folder) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.sorted().toList()) {
                String name = path.getFileName().toString();
                if (FILE.matcher(name).matches()) {
                    files.put(name, Files.readAllLines(path));
                }
            }
            if (files.isEmpty()) {
                throw unusable(folder, "a folder with lists such as banned-en.txt", null);
            }
            return parse(files);
        } catch (CharacterCodingException notUtf8) {
            throw unusable(folder, "a folder of lists in UTF-8", notUtf8);
        } catch (IOException unreadable) {
            throw unusable(folder, "a folder that can be read", unreadable);
        } catch (IllegalArgumentException badLine) {
            throw unusable(folder, "a folder of word lists without mistakes: " + badLine.getMessage(), badLine);
        }
    }

    /**
     * The lists with those names and lines.
     *
     * @throws IllegalArgumentException if a name is not one of a list, or a line is not a word or phrase
     */
    public static WordLists parse(Map<String, List<String>> files) {
        Map<String, List<WordPattern>> banned = new HashMap<>();
        Map<String, List<WordPattern>> suspect = new HashMap<>();
        Set<String> innocent = new HashSet<>();
        files.forEach((name, lines) -> {
            Matcher matcher = FILE.matcher(name);
            if (!matcher.matches()) {
                throw new IllegalArgumentException('\'' + name + "' is not the name of a word list");
            }
            String language = matcher.group(2) == null ? "" : matcher.group(2);
            int number = 0;
            for (String line : lines) {
                number++;
                String entry = entry(line);
                if (entry.isEmpty()) {
                    continue;
                }
                try {
                    WordPattern pattern = WordPattern.parse(entry);
                    switch (matcher.group(1)) {
                        case "banned" ->
                            banned.computeIfAbsent(language, key -> new ArrayList<>())
                                    .add(pattern);
                        case "suspect" ->
                            suspect.computeIfAbsent(language, key -> new ArrayList<>())
                                    .add(pattern);
                        default -> innocent.add(pattern.toString());
                    }
                } catch (IllegalArgumentException notAWord) {
                    throw new IllegalArgumentException(
                            name + ", line " + number + ": " + notAWord.getMessage(), notAWord);
                }
            }
        });
        return new WordLists(Map.copyOf(files), byLanguage(banned, innocent), byLanguage(suspect, innocent));
    }

    /**
     * These lists with more entries, and without some.
     *
     * @param added by the name of the list
     * @throws IllegalArgumentException if a name is not one of a list, or an entry is not a word or phrase
     */
    WordLists changed(Map<String, List<String>> added, List<String> removed) {
        Set<WordPattern> gone = removed.stream().map(WordPattern::parse).collect(Collectors.toSet());
        Map<String, List<String>> changed = new LinkedHashMap<>();
        files.forEach((name, lines) -> changed.put(
                name,
                lines.stream()
                        .filter(line -> {
                            String entry = entry(line);
                            return !entry.isEmpty() && !gone.contains(WordPattern.parse(entry));
                        })
                        .toList()));
        added.forEach((name, lines) -> changed.merge(
                name,
                lines,
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        return parse(changed);
    }

    WordList banned(String language) {
        return of(banned, language);
    }

    WordList suspect(String language) {
        return of(suspect, language);
    }

    private static String entry(String line) {
        int remark = line.indexOf('#');
        return (remark < 0 ? line : line.substring(0, remark)).strip();
    }

    private static WordList of(Map<String, WordList> lists, String language) {
        @Nullable WordList list = lists.get(Locale.forLanguageTag(language).getLanguage());
        return list == null ? Objects.requireNonNull(lists.get("")) : list;
    }

    private static Map<String, WordList> byLanguage(Map<String, List<WordPattern>> patterns, Set<String> innocent) {
        List<WordPattern> everywhere = patterns.getOrDefault("", List.of());
        Map<String, WordList> lists = new HashMap<>();
        Set<String> languages = new TreeSet<>(patterns.keySet());
        languages.add("");
        for (String language : languages) {
            List<WordPattern> all = new ArrayList<>(everywhere);
            all.addAll(patterns.getOrDefault(language, List.of()));
            lists.put(language, new WordList(all, innocent));
        }
        return lists;
    }

    private static ConfigurationException unusable(Path folder, String expected, @Nullable Throwable cause) {
        return new ConfigurationException(ModerationConfiguration.WORDS, folder.toString(), expected, cause);
    }
}
