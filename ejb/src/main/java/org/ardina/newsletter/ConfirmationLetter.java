package org.ardina.newsletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ardina.account.EmailAddress;
import org.ardina.account.Token;
import org.ardina.article.Slug;
import org.ardina.configuration.PublicAddress;
import org.ardina.mail.LetterTexts;
import org.ardina.mail.LetterWriter;
import org.ardina.mail.Mail;

/** Asks whoever reads the mailbox whether it was them who asked for digests. */
@ApplicationScoped
class ConfirmationLetter implements LetterWriter {

    static final String KIND = "newsletter-confirm";

    private static final String EMAIL = "email";
    private static final String CADENCE = "cadence";
    private static final String TOPICS = "topics";
    private static final String CHOSEN_LANGUAGE = "chosenLanguage";
    private static final String BETWEEN = ",";

    @Inject
    private RequestRepository requests;

    @Inject
    private PublicAddress site;

    static Map<String, String> details(EmailAddress email, Choice choice) {
        return Map.of(
                EMAIL,
                email.value(),
                CADENCE,
                choice.cadence().name(),
                TOPICS,
                choice.topics().stream().map(Slug::value).collect(Collectors.joining(BETWEEN)),
                CHOSEN_LANGUAGE,
                choice.language());
    }

    @Override
    public Set<String> letters() {
        return Set.of(KIND);
    }

    @Override
    public Optional<Mail> write(String letter, Map<String, String> details, LetterTexts texts) {
        EmailAddress email = EmailAddress.given(detail(details, EMAIL));
        List<Slug> topics = Arrays.stream(detail(details, TOPICS).split(BETWEEN, -1))
                .filter(topic -> !topic.isEmpty())
                .map(Slug::new)
                .toList();
        Choice choice = new Choice(Cadence.valueOf(detail(details, CADENCE)), topics, detail(details, CHOSEN_LANGUAGE));
        String token = Token.random();
        requests.insert(Token.hash(token), new RequestRepository.Request(email, choice), Instant.now());
        Map<String, String> values =
                Map.of("site", site.page("/"), "link", site.page("/newsletter-confirmation/" + token));
        List<String> paragraphs = new ArrayList<>(texts.paragraphs(KIND + ".text", values));
        paragraphs.addAll(texts.paragraphs("signature", values));
        String subject = texts.paragraphs(KIND + ".subject", values).get(0);
        return Optional.of(new Mail(email.value(), subject, paragraphs));
    }

    private static String detail(Map<String, String> details, String name) {
        return Objects.requireNonNull(details.get(name), name);
    }
}
