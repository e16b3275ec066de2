package org.ardina.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of letters in one language. */
public final class LetterTexts {

    private static final LetterTexts ENGLISH = new LetterTexts("en");
    private static final LetterTexts PORTUGUESE = new LetterTexts("pt");
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern EMPTY_LINE = Pattern.compile("\\n\\s*\\n");

    private final String language;
    private final Properties texts = new Properties();

    private LetterTexts(String language) {
        this.language = language;
        String file = "letters_" + language + ".properties";
        try (InputStream stream = Objects.requireNonNull(LetterTexts.class.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words in the language of that BCP 47 tag, in English where there are none. */
    public static LetterTexts of(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals("pt") ? PORTUGUESE : ENGLISH;
    }

    /** A BCP 47 tag. */
    public String language() {
        return language;
    }

    /**
     * A letter with its greeting and signature.
     *
     * @param values what stands in the places of its texts; an address of the web stands in a paragraph of its own
     * @throws MissingResourceException if there is no such letter, or a place has no value
     */
    public Mail write(String letter, String to, Map<String, String> values) {
        Stream<String> paragraphs =
                Stream.of("greeting", letter + ".text", "signature").flatMap(key -> paragraphs(key, values).stream());
        return new Mail(to, fill(text(letter + ".subject"), values), paragraphs.toList());
    }

    /** The paragraphs of a text by its key, for a letter that is put together of several. */
    public List<String> paragraphs(String key, Map<String, String> values) {
        return Arrays.stream(EMPTY_LINE.split(text(key), -1))
                .map(paragraph -> fill(paragraph, values))
                .toList();
    }

    List<String> keys() {
        return texts.stringPropertyNames().stream().sorted().toList();
    }

    String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new MissingResourceException("No text " + key, LetterTexts.class.getName(), key);
        }
        return text;
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new MissingResourceException(
                        "No value for {" + place.group(1) + "}", LetterTexts.class.getName(), place.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
