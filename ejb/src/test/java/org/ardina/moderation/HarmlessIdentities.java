package org.ardina.moderation;

import java.util.ArrayList;
import java.util.List;
import org.ardina.moderation.LabelledSentences.Labelled;

/**
 * Harmless sentences about people of all kinds, to learn from (Dixon et al., Measuring and Mitigating Unintended Bias in
 * Text Classification, 2018): abuse names some of them so often that their names alone would count as abuse.
 */
final class HarmlessIdentities {

    private static final List<String> PEOPLE = List.of(
            "gay",
            "lesbian",
            "bisexual",
            "transgender",
            "trans",
            "queer",
            "homosexual",
            "black",
            "white",
            "African",
            "African American",
            "Latino",
            "Hispanic",
            "Mexican",
            "Asian",
            "Chinese",
            "Indian",
            "Indigenous",
            "Native",
            "Muslim",
            "Islamic",
            "Jewish",
            "Christian",
            "Catholic",
            "atheist",
            "Hindu",
            "immigrant",
            "refugee",
            "disabled",
            "deaf",
            "blind",
            "elderly",
            "Roma",
            "female",
            "male");

    private static final List<String> SENTENCES = List.of(
            "My sister is %s.",
            "I am a %s person and I have lived here all my life.",
            "The %s community met at the town hall on Monday.",
            "Our new neighbours are %s and very kind.",
            "She writes about %s history.",
            "A %s man was elected to the council.",
            "Many %s women work at the hospital.",
            "The rights of %s people are protected by law.",
            "He married a %s woman in June.",
            "Several %s families have moved into the street.",
            "As a %s reader I found this article very good.",
            "The report says that %s students had the best results.",
            "%s voters were asked what they think of the plan.",
            "There is a %s festival in the park this weekend.");

    private static final List<String> PESSOAS = List.of(
            "gay",
            "lésbica",
            "bissexual",
            "trans",
            "travesti",
            "homossexual",
            "negra",
            "preta",
            "branca",
            "parda",
            "indígena",
            "africana",
            "brasileira",
            "portuguesa",
            "angolana",
            "chinesa",
            "japonesa",
            "árabe",
            "nordestina",
            "baiana",
            "carioca",
            "paulista",
            "mineira",
            "cigana",
            "muçulmana",
            "judia",
            "cristã",
            "evangélica",
            "católica",
            "ateia",
            "imigrante",
            "refugiada",
            "deficiente",
            "surda",
            "cega",
            "idosa",
            "feminista");

    private static final List<String> FRASES = List.of(
            "A minha irmã é %s.",
            "Sou uma pessoa %s e vivi aqui toda a vida.",
            "A comunidade %s reuniu-se na câmara na segunda-feira.",
            "A nossa nova vizinha é %s e muito simpática.",
            "Ela escreve sobre a história %s.",
            "Uma mulher %s foi eleita para o conselho.",
            "Muita gente %s trabalha no hospital.",
            "Os direitos da população %s estão na lei.",
            "Ele casou com uma moça %s em junho.",
            "Várias famílias vieram para a rua, uma delas %s.",
            "Como pessoa %s gostei muito desta notícia.",
            "O estudo diz que a aluna %s teve a melhor nota.",
            "Perguntaram a uma eleitora %s o que pensa do plano.",
            "Há uma festa %s no parque este fim de semana.");

    private HarmlessIdentities() {}

    static List<Labelled> english() {
        return all(SENTENCES, PEOPLE);
    }

    static List<Labelled> portuguese() {
        return all(FRASES, PESSOAS);
    }

    private static List<Labelled> all(List<String> sentences, List<String> people) {
        List<Labelled> all = new ArrayList<>();
        for (String sentence : sentences) {
            for (String person : people) {
                all.add(new Labelled(sentence.replace("%s", person), 0, false));
            }
        }
        return all;
    }
}
