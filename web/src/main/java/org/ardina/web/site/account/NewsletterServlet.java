package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ardina.article.Slug;
import org.ardina.newsletter.Cadence;
import org.ardina.newsletter.Choice;
import org.ardina.newsletter.Newsletter;
import org.ardina.newsletter.Subscription;
import org.ardina.problem.LinkExpiredException;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.ardina.web.site.PersonalPage;
import org.jspecify.annotations.Nullable;

/** Asking for a newsletter, and choosing another where a link out of one leads. */
@WebServlet("/newsletter/*")
@PermitAll
public class NewsletterServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    static final String PATH = "/newsletter";

    private static final String TITLE = "newsletter.title";
    private static final String CADENCE = "cadence";
    private static final String TOPIC = "topic-";

    @Inject
    private transient Newsletter newsletter;

    @Inject
    private transient Topics topics;

    @Override
    Answer show(Visit visit, Form form) {
        if (visit.below() == null) {
            return page(visit, form, choice(visit), null);
        }
        Optional<Subscription> subscription = newsletter.find(visit.linkToken());
        if (subscription.isEmpty()) {
            // The place to ask for another.
            return page(visit, form.rejected(new LinkExpiredException()), choice(visit), null);
        }
        Choice choice = form.problem() == null ? subscription.get().choice() : choice(visit);
        return page(visit, form, choice, subscription.get().key());
    }

    @Override
    Answer submit(Visit visit, Form form) {
        if (visit.below() == null) {
            newsletter.request(form.value("email"), choice(visit), visit.device());
            return DonePage.answer(TITLE, visit.reader(), "newsletter.sent", "/", "navigation.home");
        }
        newsletter.change(visit.linkToken(), choice(visit));
        return DonePage.answer(TITLE, visit.reader(), "newsletter.changed", "/", "navigation.home");
    }

    private Answer page(Visit visit, Form form, Choice choice, @Nullable String key) {
        Set<String> chosen = choice.topics().stream().map(Slug::value).collect(Collectors.toSet());
        List<Topic> offered = topics.list().stream()
                .filter(topic ->
                        topic.articles() > 0 || chosen.contains(topic.slug().value()))
                .limit(Choice.MOST_TOPICS)
                .toList();
        NewsletterPage page = new NewsletterPage(form, offered, choice.cadence(), chosen, key);
        return new Answer.Page(new PersonalPage("account/newsletter", TITLE, page.action(), visit.reader(), page));
    }

    /** What is ticked in the form; what nobody offers is not. */
    private Choice choice(Visit visit) {
        List<Slug> chosen = topics.list().stream()
                .map(Topic::slug)
                .filter(slug -> !visit.parameter(TOPIC + slug).isEmpty())
                .toList();
        Cadence cadence = visit.parameter(CADENCE).equals(Cadence.WEEKLY.name()) ? Cadence.WEEKLY : Cadence.DAILY;
        return new Choice(cadence, chosen, visit.language());
    }
}
