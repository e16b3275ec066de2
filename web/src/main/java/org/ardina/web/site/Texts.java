package org.ardina.web.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The words of the interface in one language, and how that language writes dates. */
public final class Texts {

    /** Those of the reader pages and of the console. */
    private static final List<String> BUNDLES = List.of("messages", "console");

    private static final Map<InterfaceLanguage, Texts> ALL = new EnumMap<>(InterfaceLanguage.class);

    static {
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            ALL.put(language, new Texts(language));
        }
    }

    private final Map<String, String> texts;
    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter shortMoment;

    private Texts(InterfaceLanguage language) {
        texts = load(language);
        locale = language.locale();
        day = formatter("time.day", language);
        month = formatter("time.month", language);
        weekday = formatter("time.weekday", language);
        moment = formatter("time.moment", language);
        shortMoment = formatter("time.short-moment", language);
    }

    public static Texts of(InterfaceLanguage language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /**
     * The text with that key.
     *
     * @throws MissingResourceException when there is none
     */
    public String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("No text " + key, Texts.class.getName(), key);
        }
        return text;
    }

    /** A text that depends on a number: the key ends in {@code .one} or {@code .other}. */
    public String count(String key, long number) {
        return text(number == 1 ? key + ".one" : key + ".other", number);
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text with that key, {@code {0}} replaced by the argument. */
    public String text(String key, Object argument) {
        return text(key).replace("{0}", String.valueOf(argument));
    }

    /** As in 1,234. */
    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** As in 20 November 2026. */
    public String day(Instant time) {
        return day.format(time);
    }

    /** As in November 2026. */
    public String month(YearMonth time) {
        return month.format(time);
    }

    /** As in Friday, 20 November 2026. */
    public String weekday(Instant time) {
        return weekday.format(time);
    }

    /** As in 20 November 2026, 14:05 UTC. */
    public String moment(Instant time) {
        return moment.format(time);
    }

    /** As in 20 Nov 2026, 14:05. */
    public String shortMoment(Instant time) {
        return shortMoment.format(time);
    }

    private DateTimeFormatter formatter(String key, InterfaceLanguage language) {
        return DateTimeFormatter.ofPattern(text(key), language.locale()).withZone(ZoneOffset.UTC);
    }

    private static Map<String, String> load(InterfaceLanguage language) {
        Properties properties = new Properties();
        for (String bundle : BUNDLES) {
            read(bundle + "_" + language.tag() + ".properties", properties);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    private static void read(String file, Properties properties) {
        try (InputStream stream = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
