package org.ardina.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The passwords that people choose first: walks over the keyboard, names, clubs, months and words, in English and
 * Portuguese. They are in {@value #LIST}, in lower case; a few digits or signs around one of them make it no better.
 */
final class CommonPasswords {

    private static final String LIST = "common-passwords.txt";

    /** As many as a year and a sign, or the walk from 1 to 6. */
    private static final String FEW = "[0-9!@#$%&*?._+=-]{0,6}";

    private static final Pattern AROUND = Pattern.compile("^" + FEW + "(?=[^0-9])|(?<=[^0-9])" + FEW + "$");
    private static final Set<String> ALL = read();

    private CommonPasswords() {}

    static boolean contain(String password) {
        String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return ALL.contains(plain) || ALL.contains(AROUND.matcher(plain).replaceAll(""));
    }

    static Set<String> all() {
        return ALL;
    }

    private static Set<String> read() {
        try (InputStream stream = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
