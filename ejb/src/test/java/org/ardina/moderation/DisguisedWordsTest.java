package org.ardina.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisguisedWordsTest {

    private static final int SEED = 20261121;
    private static final Path LISTS = Path.of("../config/moderation");
    private static final WordLists SHIPPED = WordLists.shipped();

    /** Each word of the lists that is one word, in each disguise, between other words. */
    @ParameterizedTest
    @EnumSource
    void seesThroughADisguise(Disguise disguise) throws IOException {
        Random random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (String language : List.of("en", "pt")) {
            for (String word : words(language)) {
                // Of three letters apart or with one missing nobody can tell what is meant.
                boolean legible = word.length() > 3
                        || !(disguise == Disguise.SPACES
                                || disguise == Disguise.STAR
                                || disguise == Disguise.SIGNS
                                || disguise == Disguise.JOINTS);
                if (word.length() < 3 || !legible) {
                    continue;
                }
                for (int i = 0; i < 5; i++) {
                    String worn = disguise.wear(word, random);
                    tried++;
                    if (!isFound("Como? You " + worn + ", not quite.", worn, language)) {
                        missed.add(worn + " (" + word + ')');
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(1_000);
        assertThat(missed).isEmpty();
    }

    /** Two disguises over each other. */
    @Test
    void seesThroughTwoDisguises() throws IOException {
        Random random = new Random(SEED);
        Disguise[] over = {Disguise.INVISIBLE, Disguise.MARKS};
        Disguise[] under = {Disguise.SIGNS, Disguise.REPEATED, Disguise.SPACES, Disguise.JOINTS, Disguise.CAPITALS};
        List<String> missed = new ArrayList<>();
        for (String word : words("en")) {
            for (int i = 0; word.length() > 3 && i < 10; i++) {
                String worn = over[random.nextInt(over.length)].wear(
                        under[random.nextInt(under.length)].wear(word, random), random);
                if (!isFound("Como? You " + worn + ", not quite.", worn, "en")) {
                    missed.add(worn + " (" + word + ')');
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, f*ck",
        "en, f**k",
        "en, 'F.U.C.K'",
        "en, f u c k",
        "en, f uck",
        "en, fvck",
        "en, fuuuuck",
        "en, motherfucker",
        "en, sh!t",
        "en, $hit",
        "en, sh1tty",
        "en, a$$hole",
        "en, 4sshole",
        "en, b!tch",
        "en, bi-tch",
        "en, 1d10t",
        "en, іdіоt",
        "en, 𝓲𝓭𝓲𝓸𝓽",
        "en, 🅸🅳🅸🅾🆃",
        "en, i d i o t",
        "en, n1gg3r",
        "pt, c4r4lh0",
        "pt, car@lho",
        "pt, p0rr4",
        "pt, p.o.r.r.a",
        "pt, m e r d a",
        "pt, merdaaaa",
        "pt, foda-se",
        "pt, fodase",
        "pt, f0d4-s3",
        "pt, vai tomar no cú",
        "pt, f.d.p",
        "pt, F.D.P.",
        "pt, p*ta",
        "pt, pvta",
        "pt, filho da pvt4",
        "pt, estupido",
        "pt, cabrao"
    })
    void seesThroughWhatPeopleWrite(String language, String text) {
        assertThat(find("Olha, " + text + " you", language)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scunthorpe, Penistone, Clitheroe, Essex and Middlesex are places.",
                "Cocktails at the Hancock hotel with Mr Hitchcock, Mr Dickens and a cockatoo on the cockpit.",
                "Shiite, assess! (Rap music) and <rap> music. The class assessed the assassin's passion for bass, grass and molasses.",
                "An analyst analysed the analogue canal; the constitution, the institute, the title, titanic tits' eggs"
                        + " aside.",
                "Shiitake, shitake? Push it! Hit it. Wish it were so.",
                "The pen is mightier than the sword. It's hit a wall. Don't ask me as sure as anything.",
                "The A55 runs past junction 455; call 8008 or 5318008, room B00, 4$ or 5$ each.",
                "He was born in Fucking, now Fugging, Austria.",
                "Niger and Nigeria; a niggardly sum; snigger; the Spice Girls were spicy and conspicuous.",
                "Therapist, grapes, drapes, scraped, skyscraper; manuscript, circumstance, document.",
                "Raccoon, cocoon, tycoon; retarder; Chinkara; japan; Japanese; Pakistan; Pakistani.",
                "Swank, swanky, Saskatchewan; saturday; Shostakovich; Mishit; Yoshito.",
                "Sodium, Na, and copper, Cu, in the sample, see you later C U.",
                "Vitamin C untreated, plan B itches, hepatitis B itching",
                "a s s e s s m e n t and c o m p u t e r and c l a s s i c",
                "5 * 4 * 3 = 60, so f(x) * g(x) and a*b*c",
                "Moby-Dick; dickson; prickly; peacock; shuttlecock; weathercock; woodcock",
                "crap-shoot no; scrap, scrape, scrappy; pornography laws? Pornic is a town in France"
            })
    void letsInnocentEnglishPass(String text) {
        List<String> found = find(text, "en");
        found.removeAll(List.of("tits", "C U", "Dick", "crap", "Pornic"));
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Analisar a disputa: o computador, a reputação, a deputada e o deputado.",
                "A imputação amputada disputava a computação; putativo, putrefacto, deputação.",
                "O meu CV, o cv e o C.V.; o cuco, a curva, o círculo, a cultura, o cuidado, o currículo e a cuíca.",
                "A foda não; a fodinha? A Fódia; o bafo da serra; o fado; a moda; toda; a soda.",
                "Peniche, Penamacor, penitência, a península, os ténis, o pénalti.",
                "O cacau, o bacalhau, o carvalho, o caracol, o carrasco e o carrilhão.",
                "A porta, o porto, a forra, a porrada não; o porro, o alho-porro.",
                "Merdaleja? A esmeralda, a emenda, a merenda e a moeda.",
                "Os burocratas burlaram; a burrice não, o burrito e o Burri sim.",
                "O vigário, o visado, o diado, o desviado, o enviado, o aviado e o viaduto.",
                "c o m p u t a d o r e d i s p u t a d a",
                "A cona... não: a lacónica, o cónego, a acónita, a economia, a Arcona.",
                "O retardador, a retardação; a mongólia, os mongóis.",
                "O idiotismo é uma expressão idiomática; o idioma.",
                "Os parvos não, mas o Parvati, a parvovirose",
                "A escrotal não; o escritor; o canalhão não, o canal, o canalizador.",
                "Uma fdpx não é nada; o PIB, a ONU e a TNCX também não."
            })
    void letsInnocentPortuguesePass(String text) {
        List<String> found = find(text, "pt");
        found.removeAll(List.of("foda", "parvos", "cona"));
        assertThat(found).isEmpty();
    }

    /** What costs a lot of looking is looked through quickly; the time is not asserted, but nobody would wait for hours. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "*", "fu", "i1|l!", "s$5", "f-", "a ", "puta.", "fffuuu", "\u200B", "ﷺ", "n1"})
    void comesToAnEnd(String row) {
        String text = row.repeat(5_000 / row.length());
        assertThat(SHIPPED.banned("en").in(new FoldedText(text))).hasSizeLessThan(21);
        assertThat(SHIPPED.suspect("pt").in(new FoldedText(text))).hasSizeLessThan(21);
    }

    @Test
    void passagesAreInTheText() {
        Random random = new Random(SEED);
        List<Disguise> disguises = List.of(Disguise.values());
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder("ﬁrst, ");
            for (int j = 0; j < 5; j++) {
                Disguise disguise = disguises.get(random.nextInt(disguises.size()));
                text.append(disguise.wear("idiot", random)).append(" 👍🏽 ﷺ ");
            }
            List<Passage> found = SHIPPED.suspect("en").in(new FoldedText(text.toString()));
            assertThat(found).hasSize(5);
            for (Passage passage : found) {
                assertThat(text.substring(passage.start(), passage.end())).isEqualTo(passage.text());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "a", "**", "two*words", "w0rd", "-word", "word-"})
    void refusesWhatIsNoWord(String entry) {
        assertThatThrownBy(() -> WordPattern.parse(entry)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void innocentWordsAreNeverMeant() {
        WordLists lists =
                WordLists.parse(Map.of("banned.txt", List.of("*jam*"), "innocent.txt", List.of("Benjamin", "Jamal")));
        assertThat(lists.banned("en").in(new FoldedText("Benjamin, Jamal, BÉNJAMIN and jamming")))
                .extracting(Passage::text)
                .containsExactly("jamming");
    }

    private static boolean isFound(String text, String worn, String language) {
        int start = text.indexOf(worn);
        return Stream.of(SHIPPED.banned(language), SHIPPED.suspect(language))
                .flatMap(list -> list.in(new FoldedText(text)).stream())
                .anyMatch(passage -> passage.start() <= start && passage.end() >= start + worn.length() - 2);
    }

    private static List<String> find(String text, String language) {
        List<String> found = new ArrayList<>();
        for (WordList list : List.of(SHIPPED.banned(language), SHIPPED.suspect(language))) {
            list.in(new FoldedText(text)).forEach(passage -> found.add(passage.text()));
        }
        return found;
    }

    private static List<String> words(String language) throws IOException {
        List<String> words = new ArrayList<>();
        for (String kind : List.of("banned", "suspect")) {
            for (String suffix : List.of("", "-" + language)) {
                for (String line : Files.readAllLines(LISTS.resolve(kind + suffix + ".txt"))) {
                    FoldedText folded = new FoldedText(line.strip().replace("*", ""));
                    String word = folded.folded(0, folded.length());
                    if (word.matches("[a-z]+")) {
                        words.add(word);
                    }
                }
            }
        }
        return words;
    }
}
