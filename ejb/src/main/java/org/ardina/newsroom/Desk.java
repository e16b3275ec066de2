package org.ardina.newsroom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ardina.account.Account;
import org.ardina.account.Caller;
import org.ardina.account.People;
import org.ardina.account.Role;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.Articles;
import org.ardina.article.Content;
import org.ardina.article.LifeCycleStep;
import org.ardina.article.Manuscript;
import org.ardina.article.Manuscripts;
import org.ardina.article.Slug;
import org.ardina.audit.AuditTrail;
import org.ardina.configuration.PublicAddress;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.StateConflictException;
import org.ardina.topic.Topics;

/** What writing and review have in common: who may see what, which steps can be taken, and what follows from them. */
@ApplicationScoped
class Desk {

    @Inject
    private Manuscripts manuscripts;

    @Inject
    private Articles articles;

    @Inject
    private Topics topics;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private PublicAddress site;

    Account caller() {
        return people.find(caller.requireAccountId())
                .orElseThrow(() -> new IllegalStateException("The caller's account is not active"));
    }

    boolean isAdministrator() {
        return caller.isIn(Role.ADMIN);
    }

    /**
     * The article, for one of its writers or an administrator.
     *
     * @throws NotFoundException for anybody else, unless readers can see it
     * @throws ForbiddenException if everybody may read it, but not everybody change it
     */
    Manuscript require(ArticleId id) {
        Manuscript manuscript = manuscripts.find(id).orElseThrow(() -> new NotFoundException("article"));
        requireRight(manuscript);
        return manuscript;
    }

    /** As {@link #require}. */
    void requireRight(Manuscript manuscript) {
        if (isAdministrator() || manuscript.writers().contains(caller.requireAccountId())) {
            return;
        }
        if (manuscript.article().isPublic(java.time.Instant.now())) {
            throw new ForbiddenException(
                    "not-your-article", "Only its writers and administrators may work on this article.");
        }
        throw new NotFoundException("article");
    }

    /** @throws StateConflictException if the step cannot be taken with the article as it is */
    static void requireStep(Manuscript manuscript, LifeCycleStep step) {
        if (manuscript.stage().after(step, manuscript.wasApproved()).isEmpty()) {
            throw conflict(manuscript, step.name());
        }
    }

    static StateConflictException conflict(Manuscript manuscript, String what) {
        String state = manuscript.article().state().name();
        String revision = manuscript.revision() == null || manuscript.article().state() != ArticleState.APPROVED
                ? ""
                : ", its revision " + manuscript.stage();
        return new StateConflictException(
                state, what + " cannot be done: this article is " + state + revision + " now.");
    }

    List<Finding> check(Content content) {
        Check.Copy copy = Check.Copy.of(content, slug -> articles.find(slug).isPresent(), site.page("/"));
        return Stream.of(Check.values()).flatMap(check -> check.findings(copy)).toList();
    }

    /** @throws InvalidInputException if a check finds an error */
    void requireSound(Content content) {
        String errors = check(content).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(Finding::detail)
                .distinct()
                .collect(Collectors.joining(" "));
        if (!errors.isEmpty()) {
            throw new InvalidInputException("checks-failed", errors);
        }
        Slug topic = content.topic();
        if (topic != null && topics.findCurrent(topic).isEmpty()) {
            throw new InvalidInputException("unknown-topic", "The topic of this article is gone. Choose another.");
        }
    }

    /** Counts the topics anew that a change has taken an article out of or put it into. */
    void recount(Manuscript before, Manuscript after) {
        Set<Slug> touched = new LinkedHashSet<>();
        boolean moved = !Objects.equals(topic(before), topic(after));
        boolean appeared = isApproved(before) != isApproved(after);
        if (moved || appeared) {
            Stream.of(topic(before), topic(after)).filter(Objects::nonNull).forEach(touched::add);
            topics.recount(touched);
        }
    }

    void note(String action, Manuscript manuscript, Map<String, String> details) {
        audit.note(action, "article:" + manuscript.id(), details);
    }

    private static boolean isApproved(Manuscript manuscript) {
        return manuscript.article().state() == ArticleState.APPROVED;
    }

    private static @org.jspecify.annotations.Nullable Slug topic(Manuscript manuscript) {
        return manuscript.article().content().topic();
    }
}
