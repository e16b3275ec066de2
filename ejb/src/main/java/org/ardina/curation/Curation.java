package org.ardina.curation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ardina.account.Role;
import org.ardina.article.ArticleId;
import org.ardina.article.Manuscripts;
import org.ardina.audit.AuditTrail;
import org.ardina.problem.ChangedMeanwhileException;
import org.ardina.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The front page as administrators choose it: which story leads, and which stand beside it. */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Curation {

    @Inject
    private CurationRepository repository;

    @Inject
    private Manuscripts manuscripts;

    @Inject
    private AuditTrail audit;

    /** What is chosen now; nothing where the newest stories lead by themselves. */
    public FrontPageChoice current() {
        return repository.find();
    }

    /**
     * Chooses what stands on top. What was chosen before and is archived since is left out; what is approved for a later
     * time stands there from then on.
     *
     * @param lead absent to leave it to the newest stories
     * @param pins in their order
     * @param expected the version that was read; absent for whichever there is
     * @throws InvalidInputException if there are too many, or one that is new there is not approved
     * @throws ChangedMeanwhileException if somebody else chose meanwhile
     */
    @RolesAllowed(Role.ADMIN)
    public FrontPageChoice choose(@Nullable ArticleId lead, List<ArticleId> pins, @Nullable Long expected) {
        List<ArticleId> beside = new LinkedHashSet<>(pins)
                .stream().filter(pin -> !pin.equals(lead)).toList();
        if (beside.size() > FrontPageChoice.MOST_PINS) {
            throw new InvalidInputException(
                    "too-many-pins", "At most " + FrontPageChoice.MOST_PINS + " stories stand beside the lead.");
        }
        FrontPageChoice before = repository.find();
        if (expected != null && expected != before.version()) {
            throw new ChangedMeanwhileException(before.version());
        }
        Set<ArticleId> approved = manuscripts.approved(
                Stream.concat(Stream.ofNullable(lead), beside.stream()).toList());
        Set<ArticleId> known = new HashSet<>(before.articles());
        requireApproved(lead, beside, approved, known);
        @Nullable ArticleId leading = lead != null && approved.contains(lead) ? lead : null;
        List<ArticleId> pinned = beside.stream().filter(approved::contains).toList();
        if (!repository.replace(before.version(), leading, pinned)) {
            throw new ChangedMeanwhileException(repository.find().version());
        }
        audit.note(
                "front-page.chosen",
                "front-page",
                Map.of(
                        "lead",
                        Objects.toString(leading, ""),
                        "pins",
                        pinned.stream().map(ArticleId::value).collect(Collectors.joining(" "))));
        return new FrontPageChoice(leading, pinned, before.version() + 1);
    }

    private static void requireApproved(
            @Nullable ArticleId lead, List<ArticleId> pins, Set<ArticleId> approved, Set<ArticleId> known) {
        Stream.concat(Stream.ofNullable(lead), pins.stream())
                .filter(id -> !approved.contains(id) && !known.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new InvalidInputException(
                            "not-approved", "The article " + id + " is not approved, so that readers cannot see it.");
                });
    }
}
