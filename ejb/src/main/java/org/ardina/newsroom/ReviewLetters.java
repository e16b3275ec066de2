package org.ardina.newsroom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ardina.account.Account;
import org.ardina.account.Addressee;
import org.ardina.account.People;
import org.ardina.article.LifeCycleStep;
import org.ardina.article.Manuscript;
import org.ardina.article.ReviewDecision;
import org.ardina.configuration.PublicAddress;
import org.ardina.mail.LetterTexts;
import org.ardina.mail.LetterWriter;
import org.ardina.mail.Letters;
import org.ardina.mail.Mail;

/** Tells writers what was decided about their articles. */
@ApplicationScoped
class ReviewLetters implements LetterWriter {

    private static final Map<LifeCycleStep, String> KINDS = Map.of(
            LifeCycleStep.RETURN, "article-return",
            LifeCycleStep.APPROVE, "article-approve",
            LifeCycleStep.ARCHIVE, "article-archive");

    private static final String WRITER = "writer";
    private static final String HEADLINE = "headline";
    private static final String REVIEWER = "reviewer";
    private static final String NOTE = "note";
    private static final String PAGE = "page";

    @Inject
    private Letters letters;

    @Inject
    private People people;

    @Inject
    private PublicAddress site;

    /** Posts a letter to each writer but the one who decided. */
    void tell(Manuscript manuscript, Account decider) {
        ReviewDecision decision = Objects.requireNonNull(manuscript.decision());
        String kind = KINDS.get(decision.step());
        if (kind == null) {
            return;
        }
        Map<String, String> details = new HashMap<>();
        details.put(HEADLINE, manuscript.content().headline());
        details.put(REVIEWER, decision.name());
        details.put(NOTE, decision.note());
        details.put(
                PAGE,
                decision.step() == LifeCycleStep.APPROVE
                        ? "/articles/" + manuscript.article().slug()
                        : "/console/");
        for (String writer : manuscript.writers()) {
            if (!writer.equals(decider.id())) {
                people.addressee(writer).ifPresent(addressee -> {
                    details.put(WRITER, writer);
                    letters.post(kind, addressee.language(), details);
                });
            }
        }
    }

    @Override
    public Set<String> letters() {
        return Set.copyOf(KINDS.values());
    }

    @Override
    public Optional<Mail> write(String letter, Map<String, String> details, LetterTexts texts) {
        Optional<Addressee> addressee = people.addressee(Objects.requireNonNull(details.get(WRITER)));
        return addressee.map(writer -> {
            Map<String, String> values = new HashMap<>();
            values.put("username", writer.account().username());
            values.put("site", site.page("/"));
            values.put("link", site.page(Objects.requireNonNull(details.get(PAGE))));
            values.put(HEADLINE, Objects.requireNonNull(details.get(HEADLINE)));
            values.put(REVIEWER, Objects.requireNonNull(details.get(REVIEWER)));
            values.put(NOTE, details.getOrDefault(NOTE, ""));
            return texts.write(letter, writer.email(), values);
        });
    }
}
