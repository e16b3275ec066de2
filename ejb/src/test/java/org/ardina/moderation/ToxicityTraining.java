package org.ardina.moderation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.ardina.moderation.LabelledSentences.Labelled;

/**
 * Learns the models that come with the application and writes them to the folder that is named: a development tool, run by
 * its {@code main}. The same data give the same files.
 */
final class ToxicityTraining {

    private static final int SEED = 20261121;
    private static final int TABLE = 1 << ToxicityModel.BITS;

    // Chosen by a quarter of what is learnt from, kept apart; not by what is held out.
    private static final int EPOCHS = 6;
    private static final double RATE = 0.1;
    private static final double DECAY = 1e-6;
    private static final double LEAST_SCALE = 0.25;

    private final float[] scales;
    private final float[] weights = new float[TABLE];
    private final float[] squares = new float[TABLE];
    private double bias;

    private static final class Example {

        private final int[] rows;
        private final Labelled labelled;
        private final double norm;

        Example(int[] rows, Labelled labelled) {
            this.rows = rows;
            this.labelled = labelled;
            this.norm = 1 / Math.sqrt(rows.length);
        }

        double toxic() {
            return labelled.toxic();
        }
    }

    private ToxicityTraining(float[] scales) {
        this.scales = scales;
    }

    public static void main(String[] folders) throws IOException {
        Path folder = Path.of(folders[0]);
        write(learn(english()), folder.resolve("toxicity-en.gz"));
        write(learn(portuguese()), folder.resolve("toxicity-pt.gz"));
    }

    private static List<Labelled> english() throws IOException {
        List<Labelled> texts = new ArrayList<>(LabelledSentences.civilSentences());
        texts.addAll(LabelledSentences.prose("en"));
        texts.addAll(HarmlessIdentities.english());
        return texts;
    }

    private static List<Labelled> portuguese() throws IOException {
        List<Labelled> texts = new ArrayList<>(LabelledSentences.tweets());
        texts.addAll(LabelledSentences.prose("pt"));
        texts.addAll(HarmlessIdentities.portuguese());
        return texts;
    }

    private static ToxicityModel learn(List<Labelled> texts) {
        List<Example> examples = new ArrayList<>();
        for (Labelled labelled : texts) {
            FoldedText folded = new FoldedText(labelled.text());
            int[] rows = ToxicityModel.rows(folded, 0, folded.length());
            if (!labelled.heldOut() && rows.length > 0) {
                examples.add(new Example(rows, labelled));
            }
        }
        Random random = new Random(SEED);
        Collections.shuffle(examples, random);
        int apart = examples.size() / 10;
        List<Example> calibration = examples.subList(0, apart);
        List<Example> learnt = new ArrayList<>(examples.subList(apart, examples.size()));
        ToxicityTraining training = new ToxicityTraining(scales(learnt));
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(learnt, random);
            learnt.forEach(training::step);
        }
        return training.calibrated(calibration);
    }

    /** How much a row tells by itself (Wang and Manning, Baselines and Bigrams, 2012): nothing if it was never seen. */
    private static float[] scales(List<Example> examples) {
        double[] toxic = new double[TABLE];
        double[] harmless = new double[TABLE];
        double allToxic = 1;
        double allHarmless = 1;
        for (Example example : examples) {
            for (int row : Arrays.stream(example.rows).distinct().toArray()) {
                toxic[row] += example.toxic();
                harmless[row] += 1 - example.toxic();
            }
            allToxic += example.toxic();
            allHarmless += 1 - example.toxic();
        }
        float[] scales = new float[TABLE];
        for (int i = 0; i < TABLE; i++) {
            if (toxic[i] + harmless[i] > 0) {
                double ratio = Math.log((toxic[i] + 1) / allToxic) - Math.log((harmless[i] + 1) / allHarmless);
                scales[i] = (float) (LEAST_SCALE + Math.abs(ratio));
            }
        }
        return scales;
    }

    /** One step of AdaGrad (Duchi et al., 2011) down the logistic loss. */
    private void step(Example example) {
        double error = sigmoid(raw(example)) - example.toxic();
        bias -= 0.01 * error;
        for (int row : example.rows) {
            double gradient = error * example.norm * scales[row] + DECAY * weights[row];
            squares[row] += (float) (gradient * gradient);
            weights[row] -= (float) (RATE * gradient / (1e-3 + Math.sqrt(squares[row])));
        }
    }

    private double raw(Example example) {
        double sum = 0;
        for (int row : example.rows) {
            sum += weights[row] * scales[row];
        }
        return bias + sum * example.norm;
    }

    /**
     * The model in bytes. Its scores are made probabilities (Platt, 1999) on clear cases that it did not learn from, for a
     * discussion with as many toxic as harmless texts, so that a threshold means about the same in every language.
     */
    private ToxicityModel calibrated(List<Example> examples) {
        List<Example> toxic =
                examples.stream().filter(example -> example.labelled.isToxic()).toList();
        List<Example> harmless = examples.stream()
                .filter(example -> example.labelled.isHarmless())
                .toList();
        double slope = 1;
        double offset = 0;
        for (int i = 0; i < 1_000; i++) {
            double slopeStep = 0;
            double offsetStep = 0;
            for (List<Example> kind : List.of(toxic, harmless)) {
                double wanted = kind == toxic ? 1 : 0;
                for (Example example : kind) {
                    double raw = raw(example);
                    double error = (sigmoid(slope * raw + offset) - wanted) / kind.size();
                    slopeStep += error * raw;
                    offsetStep += error;
                }
            }
            slope -= 0.3 * slopeStep;
            offset -= 0.3 * offsetStep;
        }
        double[] sizes = new double[TABLE];
        for (int i = 0; i < TABLE; i++) {
            sizes[i] = Math.abs(weights[i] * scales[i]);
        }
        Arrays.sort(sizes);
        // The few greatest weights are cut, so that the others are told apart.
        double unit = sizes[(int) (TABLE * 0.9998)] / Byte.MAX_VALUE;
        byte[] bytes = new byte[TABLE];
        for (int i = 0; i < TABLE; i++) {
            long rounded = Math.round(weights[i] * scales[i] / unit);
            bytes[i] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, rounded));
        }
        return new ToxicityModel(bytes, unit * slope, bias * slope + offset);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static void write(ToxicityModel model, Path file) throws IOException {
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(file))) {
            model.write(stream);
        }
        System.out.println(file + ": " + Files.size(file) + " bytes");
    }
}
