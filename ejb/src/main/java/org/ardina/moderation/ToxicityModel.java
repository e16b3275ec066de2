package org.ardina.moderation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Tells how likely a text in one language is toxic: a logistic regression over rows of two to five characters, whose
 * weights lie in a table by their hashes (Weinberger et al., Feature Hashing for Large Scale Multitask Learning, 2009).
 * It reads sentence by sentence, and a text is as toxic as its worst sentence.
 */
final class ToxicityModel {

    static final int BITS = 18;

    private static final int SHORTEST_ROW = 2;
    private static final int LONGEST_ROW = 5;
    private static final int LONGEST_SENTENCE = 400;
    private static final int MAGIC = 0x41524431;
    private static final List<String> LANGUAGES = List.of("en", "pt");
    private static final Map<String, ToxicityModel> SHIPPED = shipped();

    private final byte[] weights;
    private final double unit;
    private final double bias;

    /**
     * A model.
     *
     * @param weights of the rows, by hash, in units
     */
    ToxicityModel(byte[] weights, double unit, double bias) {
        this.weights = weights;
        this.unit = unit;
        this.bias = bias;
    }

    /** How toxic the worst sentence is, and which it is. */
    record Score(double value, Passage passage) {}

    /** The model for a language, if there is one. */
    static Optional<ToxicityModel> of(String language) {
        return Optional.ofNullable(SHIPPED.get(Locale.forLanguageTag(language).getLanguage()));
    }

    /** The score of a text; empty if it has no letters. */
    Optional<Score> score(FoldedText text) {
        double worst = -1;
        int worstFrom = 0;
        int worstTo = 0;
        int from = 0;
        while (from < text.length()) {
            int to = endOfSentence(text, from);
            double probability = probability(text, from, to);
            if (probability > worst) {
                worst = probability;
                worstFrom = from;
                worstTo = to;
            }
            from = to;
        }
        return worst < 0 ? Optional.empty() : Optional.of(new Score(worst, text.passage(worstFrom, worstTo)));
    }

    /** How likely what stands there is toxic; negative if it has no letters. */
    double probability(FoldedText text, int from, int to) {
        int[] rows = rows(text, from, to);
        if (rows.length == 0) {
            return -1;
        }
        int sum = 0;
        for (int row : rows) {
            sum += weights[row];
        }
        return 1 / (1 + Math.exp(-(bias + unit * sum / Math.sqrt(rows.length))));
    }

    /** Where a sentence that begins there ends, exclusive. */
    static int endOfSentence(FoldedText text, int from) {
        int to = from;
        int most = Math.min(text.length(), from + LONGEST_SENTENCE);
        boolean letters = false;
        while (to < most) {
            char here = text.at(to++);
            letters |= Character.isLetter(here);
            boolean space = to >= text.length() || Character.isWhitespace(text.at(to));
            if (letters && (here == '\n' || (space && (here == '.' || here == '!' || here == '?')))) {
                return to;
            }
        }
        if (to < text.length()) {
            // Not within a word, if that can be helped.
            for (int i = to; i > from + LONGEST_SENTENCE / 2; i--) {
                if (Character.isWhitespace(text.at(i))) {
                    return i;
                }
            }
        }
        return to;
    }

    /** The hashes of the rows of characters that stand there; none where there is no letter. */
    static int[] rows(FoldedText text, int from, int to) {
        char[] read = new char[to - from + 2];
        read[0] = ' ';
        int length = 1;
        boolean letters = false;
        for (int i = from; i < to; i++) {
            char c = text.at(i);
            if (isMentionOrAddress(text, i, from)) {
                while (i + 1 < to && !Character.isWhitespace(text.at(i + 1))) {
                    i++;
                }
                c = ' ';
            } else if (Character.isLetter(c)) {
                letters = true;
            } else if (Character.isDigit(c)) {
                c = '0';
            } else if (c != '!' && c != '?' && c != '*') {
                c = ' ';
            }
            boolean again = c == read[length - 1] && (!Character.isLetter(c) || (length > 1 && c == read[length - 2]));
            if (!again) {
                read[length++] = c;
            }
        }
        if (!letters) {
            return new int[0];
        }
        if (read[length - 1] != ' ') {
            read[length++] = ' ';
        }
        int[] rows = new int[length * (LONGEST_ROW - SHORTEST_ROW + 1)];
        int count = 0;
        for (int i = 0; i < length; i++) {
            int hash = 0x811C9DC5;
            for (int j = i; j < Math.min(length, i + LONGEST_ROW); j++) {
                hash = (hash ^ read[j]) * 0x01000193;
                if (j - i + 1 >= SHORTEST_ROW) {
                    rows[count++] = (hash * 0x9E3779B1) >>> (32 - BITS);
                }
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static boolean isMentionOrAddress(FoldedText text, int place, int from) {
        if (place > from && !Character.isWhitespace(text.at(place - 1))) {
            return false;
        }
        return (text.at(place) == '@' && text.isLetter(place + 1))
                || startsWith(text, place, "http://")
                || startsWith(text, place, "https://");
    }

    private static boolean startsWith(FoldedText text, int place, String start) {
        for (int i = 0; i < start.length(); i++) {
            if (place + i >= text.length() || text.at(place + i) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void write(OutputStream stream) throws IOException {
        DataOutputStream data = new DataOutputStream(stream);
        data.writeInt(MAGIC);
        data.writeDouble(unit);
        data.writeDouble(bias);
        data.write(weights);
        data.flush();
    }

    static ToxicityModel read(InputStream stream) throws IOException {
        DataInputStream data = new DataInputStream(stream);
        if (data.readInt() != MAGIC) {
            throw new IOException("This is not a model");
        }
        double unit = data.readDouble();
        double bias = data.readDouble();
        byte[] weights = new byte[1 << BITS];
        data.readFully(weights);
        return new ToxicityModel(weights, unit, bias);
    }

    private static Map<String, ToxicityModel> shipped() {
        Map<String, ToxicityModel> models = new HashMap<>();
        for (String language : LANGUAGES) {
            String name = "toxicity-" + language + ".gz";
            try (InputStream file = Objects.requireNonNull(ToxicityModel.class.getResourceAsStream(name), name);
                    InputStream stream = new BufferedInputStream(new GZIPInputStream(file))) {
                models.put(language, read(stream));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Map.copyOf(models);
    }
}
