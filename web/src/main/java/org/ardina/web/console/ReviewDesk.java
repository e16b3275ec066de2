package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.ardina.article.ArticleState;
import org.ardina.article.LifeCycleStep;
import org.ardina.article.Manuscript;
import org.ardina.article.ReviewNote;
import org.ardina.newsroom.Comparison;
import org.ardina.newsroom.Finding;
import org.ardina.newsroom.Review;
import org.ardina.newsroom.Verdict;
import org.ardina.newsroom.Writing;
import org.ardina.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** An article before an administrator: what is new, what the checks found, and the decision. */
@Named("reviewDesk")
@RequestScoped
public class ReviewDesk {

    @Inject
    private Review review;

    @Inject
    private Writing writing;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    private @Nullable Manuscript manuscript;
    private @Nullable Comparison comparison;
    private @Nullable List<Finding> findings;
    private String note = "";
    private String publishAt = "";

    public void open() {
        response.orList(this::getManuscript, ConsolePage.REVIEW);
    }

    public Manuscript getManuscript() {
        if (manuscript == null) {
            manuscript = writing.find(parameters.article());
        }
        return manuscript;
    }

    /** The version that is decided about: the one that was read, not one that came meanwhile. */
    public long getVersion() {
        Long read = parameters.version();
        return read == null ? getManuscript().version() : read;
    }

    public boolean isPending() {
        return getManuscript().stage() == ArticleState.PENDING;
    }

    public boolean isRevision() {
        return getManuscript().revision() != null;
    }

    public boolean isVisible() {
        return getManuscript().article().isPublic(Instant.now());
    }

    public boolean allows(String step) {
        return getManuscript()
                .stage()
                .after(LifeCycleStep.valueOf(step), getManuscript().wasApproved())
                .isPresent();
    }

    /** What is new beside what readers see; absent where they see nothing yet. */
    public @Nullable Comparison getComparison() {
        if (comparison == null && isRevision()) {
            comparison = writing.compareWithLive(getManuscript().id());
        }
        return comparison;
    }

    public List<Comparison.Row> getChanges() {
        Comparison shown = getComparison();
        return shown == null
                ? List.of()
                : shown.rows().stream()
                        .filter(row -> row.kind() != Comparison.Kind.SAME)
                        .toList();
    }

    public List<Finding> getFindings() {
        if (findings == null) {
            findings = writing.check(getManuscript().id());
        }
        return findings;
    }

    /** What was said about it before, newest first. */
    public List<ReviewNote> getNotes() {
        List<ReviewNote> notes = new ArrayList<>(getManuscript().notes());
        java.util.Collections.reverse(notes);
        return notes;
    }

    public void approve() {
        decide(LifeCycleStep.APPROVE, "approved");
    }

    public void giveBack() {
        decide(LifeCycleStep.RETURN, "returned");
    }

    public void archive() {
        decide(LifeCycleStep.ARCHIVE, "archived");
    }

    public void restore() {
        decide(LifeCycleStep.RESTORE, "restored");
    }

    private void decide(LifeCycleStep step, String done) {
        response.after(
                () -> review.decide(
                        parameters.article(),
                        parameters.version(),
                        new Verdict(
                                step,
                                note.isBlank() ? null : note,
                                step == LifeCycleStep.RETURN ? passages() : List.of(),
                                step == LifeCycleStep.APPROVE ? time(publishAt) : null)),
                step == LifeCycleStep.APPROVE || step == LifeCycleStep.RETURN
                        ? ConsolePage.REVIEW.path() + "?done=" + done
                        : ConsolePage.DECIDE.path() + "?id="
                                + parameters.article().value() + "&done=" + done);
    }

    /** The notes about passages that the page's script has added to the form. */
    private List<Verdict.PassageNote> passages() {
        List<String> quotes = parameters.values("quote");
        List<String> notes = parameters.values("passage-note");
        List<Verdict.PassageNote> passages = new ArrayList<>();
        for (int i = 0; i < Math.min(quotes.size(), notes.size()); i++) {
            if (!notes.get(i).isBlank()) {
                passages.add(new Verdict.PassageNote(quotes.get(i), null, notes.get(i)));
            }
        }
        return passages;
    }

    /** A time in UTC as a browser's field writes it; absent for an empty one. */
    static @Nullable Instant time(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notATime) {
            throw new InvalidInputException("invalid-time", "A time is written like 2026-11-21T08:30, in UTC.");
        }
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getPublishAt() {
        return publishAt;
    }

    public void setPublishAt(String publishAt) {
        this.publishAt = publishAt;
    }
}
