package org.ardina.moderation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ardina.moderation.LabelledSentences.Labelled;

/** How well the shipped models tell toxic texts from harmless ones, on what was held out. Run its {@code main} for the table. */
final class ToxicityMeasures {

    private static final Pattern IDENTITIES_EN = Pattern.compile(
            "\\b(?:gays?|lesbians?|bisexual|transgender|queer|homosexuals?|blacks?|african|latinos?|hispanics?|mexicans?"
                    + "|asians?|chinese|indigenous|natives?|muslims?|islam(?:ic)?|jews?|jewish|christians?|catholics?"
                    + "|atheists?|hindus?|immigrants?|refugees?|wom[ae]n|females?|disabled|deaf|blind|elderly)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IDENTITIES_PT = Pattern.compile(
            "(?<!\\p{L})(?:gays?|l[ée]sbicas?|bissexua(?:l|is)|trans|travestis?|homossexua(?:l|is)|negr[oa]s?|pret[oa]s?"
                    + "|branc[oa]s?|[íi]ndi[oa]s?|ind[íi]genas?|nordestin[oa]s?|baian[oa]s?|cigan[oa]s?|muçulman[oa]s?"
                    + "|jud(?:eu|ia)s?|crist(?:ão|ã|ãos)|evang[ée]lic[oa]s?|cat[óo]lic[oa]s?|mulher(?:es)?|imigrantes?"
                    + "|refugiad[oa]s?|idos[oa]s?|deficientes?)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The standard of holding, and higher ones from which somebody may want to reject. */
    private static final List<Double> THRESHOLDS = List.of(0.9, 0.95, 0.98);

    /** The first of these warm up. */
    private static final int ROUNDS = 3;

    private ToxicityMeasures() {}

    record Scored(Labelled labelled, double score) {}

    static List<Scored> score(String language, List<Labelled> texts) {
        ToxicityModel model = ToxicityModel.of(language).orElseThrow();
        List<Scored> scored = new ArrayList<>();
        for (Labelled labelled : texts) {
            if (labelled.heldOut()) {
                double score = model.score(new FoldedText(labelled.text()))
                        .map(ToxicityModel.Score::value)
                        .orElse(0.0);
                scored.add(new Scored(labelled, score));
            }
        }
        return scored;
    }

    /** The chance that a toxic text has a higher score than a harmless one: the area under the ROC curve. */
    static double auc(List<Scored> scored) {
        List<Scored> sorted = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score))
                .toList();
        double ranks = 0;
        long toxic = 0;
        int i = 0;
        while (i < sorted.size()) {
            int end = i;
            while (end < sorted.size()
                    && sorted.get(end).score() == sorted.get(i).score()) {
                end++;
            }
            for (int j = i; j < end; j++) {
                if (sorted.get(j).labelled().isToxic()) {
                    ranks += (i + 1 + end) / 2.0;
                    toxic++;
                }
            }
            i = end;
        }
        long harmless = sorted.size() - toxic;
        return (ranks - toxic * (toxic + 1) / 2.0) / ((double) toxic * harmless);
    }

    static double falsePositives(List<Scored> scored, double threshold) {
        List<Scored> harmless =
                scored.stream().filter(each -> each.labelled().isHarmless()).toList();
        return (double) harmless.stream()
                        .filter(each -> each.score() >= threshold)
                        .count()
                / harmless.size();
    }

    static List<Scored> clear(List<Scored> scored) {
        return scored.stream()
                .filter(each -> each.labelled().isToxic() || each.labelled().isHarmless())
                .toList();
    }

    /** Those about people of some kind. */
    static List<Scored> aboutIdentities(String language, List<Scored> scored) {
        Pattern identities = language.equals("en") ? IDENTITIES_EN : IDENTITIES_PT;
        return scored.stream()
                .filter(each -> identities.matcher(each.labelled().text()).find())
                .toList();
    }

    public static void main(String[] none) throws IOException {
        tell("Sentences of comments", "en", score("en", LabelledSentences.civilSentences()));
        tell("Whole comments", "en", score("en", LabelledSentences.civilComments()));
        tell("Tweets", "pt", score("pt", LabelledSentences.tweets()));
        for (String language : List.of("en", "pt")) {
            List<Scored> prose = score(language, LabelledSentences.prose(language));
            System.out.printf(
                    Locale.ROOT,
                    "Articles (%s): %d sentences, %.2f %% held%n",
                    language,
                    prose.size(),
                    100 * falsePositives(prose, THRESHOLDS.get(0)));
        }
        List<Submission> english = submissions("en", LabelledSentences.civilComments());
        List<Submission> portuguese = submissions("pt", LabelledSentences.tweets());
        for (int i = 0; i < ROUNDS; i++) {
            time("Civil Comments", english);
            time("ToLD-Br", portuguese);
        }
    }

    private static void tell(String name, String language, List<Scored> scored) {
        List<Scored> clear = clear(scored);
        List<Scored> identities = aboutIdentities(language, clear);
        long toxic = clear.stream().filter(each -> each.labelled().isToxic()).count();
        System.out.printf(
                Locale.ROOT,
                "%s (%s): %d toxic, %d harmless, AUC %.3f; with the unclear ones %d, AUC %.3f; about identities %d, AUC %.3f%n",
                name,
                language,
                toxic,
                clear.size() - toxic,
                auc(clear),
                scored.size(),
                auc(scored),
                identities.size(),
                auc(identities));
        for (double threshold : THRESHOLDS) {
            long found =
                    clear.stream().filter(each -> each.score() >= threshold).count();
            long right = clear.stream()
                    .filter(each -> each.score() >= threshold && each.labelled().isToxic())
                    .count();
            System.out.printf(
                    Locale.ROOT,
                    "  from %.2f on: precision %.3f, recall %.3f, of harmless ones found %.2f %%, of those about identities %.2f %%%n",
                    threshold,
                    (double) right / found,
                    (double) right / toxic,
                    100 * falsePositives(clear, threshold),
                    100 * falsePositives(identities, threshold));
        }
    }

    private static List<Submission> submissions(String language, List<Labelled> texts) {
        AuthorStanding author = new AuthorStanding(false, false, false, true, Duration.ofDays(30), 20, 5, 1);
        List<Submission> submissions = new ArrayList<>();
        for (int i = 3; i < texts.size(); i++) {
            submissions.add(new Submission(
                    texts.get(i).text(),
                    language,
                    author,
                    List.of(
                            texts.get(i - 1).text(),
                            texts.get(i - 2).text(),
                            texts.get(i - 3).text()),
                    ModerationMode.AFTER_PUBLICATION));
        }
        return submissions;
    }

    private static void time(String name, List<Submission> submissions) {
        Rules rules = new Rules(Thresholds.STANDARD, WordLists.shipped());
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        long start = thread.getCurrentThreadCpuTime();
        for (Submission submission : submissions) {
            verdicts.merge(rules.judge(submission).verdict(), 1, Integer::sum);
        }
        double seconds = (thread.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f comments a second of processor time, %s%n",
                name,
                submissions.size() / seconds,
                verdicts);
    }
}
