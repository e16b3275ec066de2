package org.ardina.moderation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.ardina.SharedData;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Real comments of which people said what is toxic in them, in parts: two thirds to learn from, one to measure by. */
final class LabelledSentences {

    private static final int SEED = 20261121;
    private static final int MOST_OF_ONE_FILE = 3_000;
    private static final int MOST_OF_ONE_ARTICLE = 20;

    private LabelledSentences() {}

    /**
     * A text and the share of its annotators who found it toxic.
     *
     * @param heldOut whether it is of the third to measure by
     */
    record Labelled(String text, double toxic, boolean heldOut) {

        boolean isToxic() {
            return toxic >= 0.5;
        }

        boolean isHarmless() {
            return toxic == 0;
        }
    }

    /**
     * Sentences of comments on news sites (Civil Comments, with the toxic spans of Pavlopoulos et al., 2022). Nearly every
     * one of these comments was chosen for being toxic, so that comments tell little; what tells is in which of its
     * sentences annotators marked something. An annotator who marked nothing at all may mean everything or nothing
     * and is left out; a comment of which that is the majority is only in {@link #civilComments}.
     */
    static List<Labelled> civilSentences() throws IOException {
        List<Labelled> sentences = new ArrayList<>();
        readCivil((text, marks, annotators, heldOut) -> {
            if (marks.size() * 2 <= annotators) {
                return;
            }
            FoldedText folded = new FoldedText(text);
            int from = 0;
            while (from < folded.length()) {
                int to = ToxicityModel.endOfSentence(folded, from);
                Passage passage = folded.passage(from, to);
                long marked = marks.stream()
                        .filter(mark -> {
                            int next = mark.nextSetBit(passage.start());
                            return next >= 0 && next < passage.end();
                        })
                        .count();
                if (passage.text().chars().filter(Character::isLetter).count() >= 2) {
                    sentences.add(new Labelled(passage.text().strip(), (double) marked / marks.size(), heldOut));
                }
                from = to;
            }
        });
        return sentences;
    }

    /** Whole comments of the same set: by the share of annotators who marked something. */
    static List<Labelled> civilComments() throws IOException {
        List<Labelled> comments = new ArrayList<>();
        readCivil((text, marks, annotators, heldOut) ->
                comments.add(new Labelled(text, (double) marks.size() / annotators, heldOut)));
        return comments;
    }

    /** Tweets in Brazilian Portuguese (ToLD-Br, Leite et al., 2020): by the share of three annotators. */
    static List<Labelled> tweets() throws IOException {
        List<Labelled> tweets = new ArrayList<>();
        forEachRow(SharedData.require("comments/told-br").resolve("ToLD-BR.csv.gz"), row -> {
            double most = 0;
            for (String kind : List.of("homophobia", "obscene", "insult", "racism", "misogyny", "xenophobia")) {
                most = Math.max(most, Double.parseDouble(row.getOrDefault(kind, "0")));
            }
            String text = row.getOrDefault("text", "");
            tweets.add(new Labelled(text, most / 3, isHeldOut(text)));
        });
        return tweets;
    }

    /** Sentences of articles on ordinary matters, harmless all of them. */
    static List<Labelled> prose(String language) throws IOException {
        List<Labelled> sentences = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (Path file : SharedData.files("articles", ".jsonl.gz")) {
            if (!file.getFileName().toString().startsWith(language + '-')) {
                continue;
            }
            int ofThisFile = 0;
            try (BufferedReader reader = reader(file)) {
                for (String line = reader.readLine();
                        line != null && ofThisFile < MOST_OF_ONE_FILE;
                        line = reader.readLine()) {
                    JsonNode article = json.readTree(line);
                    FoldedText text = new FoldedText(
                            Jsoup.parse(article.path("body").asText()).text());
                    int from = 0;
                    for (int i = 0; from < text.length() && i < MOST_OF_ONE_ARTICLE; i++) {
                        int to = ToxicityModel.endOfSentence(text, from);
                        String sentence = text.passage(from, to).text().strip();
                        sentences.add(new Labelled(sentence, 0, isHeldOut(sentence)));
                        ofThisFile++;
                        from = to;
                    }
                }
            }
        }
        return sentences;
    }

    private interface Comment {
        void take(String text, List<BitSet> marks, int annotators, boolean heldOut);
    }

    private static void readCivil(Comment taker) throws IOException {
        Path folder = SharedData.require("comments/toxic-spans-civil-comments").resolve("data");
        Map<String, BitSet> marksByAnnotation = new HashMap<>();
        forEachRow(folder.resolve("spans.csv.gz"), row -> {
            String start = row.getOrDefault("start", "");
            String end = row.getOrDefault("end", "");
            if (start.matches("\\d+") && end.matches("\\d+") && Integer.parseInt(start) < Integer.parseInt(end)) {
                marksByAnnotation
                        .computeIfAbsent(row.getOrDefault("annotation", ""), key -> new BitSet())
                        .set(Integer.parseInt(start), Integer.parseInt(end));
            }
        });
        Map<String, List<BitSet>> marks = new HashMap<>();
        Map<String, Integer> annotators = new HashMap<>();
        forEachRow(folder.resolve("annotations.csv.gz"), row -> {
            String comment = row.getOrDefault("comment_id", "");
            annotators.merge(comment, 1, Integer::sum);
            @Nullable BitSet marked = marksByAnnotation.get(row.getOrDefault("annotation", ""));
            if (marked != null) {
                marks.computeIfAbsent(comment, key -> new ArrayList<>()).add(marked);
            }
        });
        forEachRow(folder.resolve("comments.csv.gz"), row -> {
            String comment = row.getOrDefault("comment_id", "");
            String text = row.getOrDefault("comment_text", "");
            Integer people = annotators.get(comment);
            if (people != null) {
                taker.take(text, marks.getOrDefault(comment, List.of()), people, isHeldOut(text));
            }
        });
    }

    /** By the text itself, so that what is there twice is on one side. */
    private static boolean isHeldOut(String text) {
        int hash = (text.hashCode() ^ SEED) * 0x9E3779B1;
        return Math.floorMod(hash ^ (hash >>> 15), 3) == 0;
    }

    /** Reads a table (RFC 4180), compressed. */
    private static void forEachRow(Path file, Consumer<Map<String, String>> taker) throws IOException {
        try (Reader reader = reader(file)) {
            List<String> names = new ArrayList<>();
            List<String> row = new ArrayList<>();
            StringBuilder field = new StringBuilder();
            boolean quoted = false;
            int c = reader.read();
            while (c >= 0) {
                if (quoted && c == '"') {
                    c = reader.read();
                    if (c != '"') {
                        quoted = false;
                        continue;
                    }
                    field.append('"');
                } else if (quoted) {
                    field.append((char) c);
                } else if (c == '"') {
                    quoted = true;
                } else if (c == ',' || c == '\n') {
                    row.add(field.toString());
                    field.setLength(0);
                    if (c == '\n') {
                        if (names.isEmpty()) {
                            names.addAll(row);
                        } else {
                            Map<String, String> named = new HashMap<>();
                            for (int i = 0; i < Math.min(names.size(), row.size()); i++) {
                                named.put(names.get(i), row.get(i));
                            }
                            taker.accept(named);
                        }
                        row.clear();
                    }
                } else if (c != '\r') {
                    field.append((char) c);
                }
                c = reader.read();
            }
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
