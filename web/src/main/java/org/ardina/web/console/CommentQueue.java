package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ardina.comment.CommentId;
import org.ardina.comment.Decision;
import org.ardina.comment.ModerationCase;
import org.ardina.comment.ModerationDesk;
import org.ardina.comment.Reasons;
import org.ardina.comment.WaitingList;
import org.ardina.moderation.ModerationReason;
import org.ardina.problem.BusinessException;
import org.ardina.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Comments that wait, those that wait longest first, and what is decided about them: about one by its own button, whose
 * value is its id, or about those that are ticked.
 */
@Named("commentQueue")
@RequestScoped
public class CommentQueue {

    /** More than this nobody reads at once, and others get on with the rest. */
    private static final int SHOWN = 10;

    @Inject
    private ModerationDesk desk;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    @Inject
    private ConsoleFrame frame;

    @Inject
    private ConsoleTexts texts;

    @Inject
    private ConsoleNames names;

    private @Nullable List<ModerationCase> cases;
    private String note = "";

    /** The way to those that wait for one reason. */
    public record Tab(String name, String label, long waiting, boolean current) {}

    public List<Tab> getTabs() {
        var counts = desk.counts();
        return Arrays.stream(WaitingList.values())
                .map(list -> new Tab(name(list), names.waiting(list), counts.getOrDefault(list, 0L), list == list()))
                .toList();
    }

    public String getKind() {
        return name(list());
    }

    /** What is before the administrator now. It is taken when it is shown, not while a form is read. */
    public List<ModerationCase> getCases() {
        if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            return List.of();
        }
        if (cases == null) {
            cases = desk.take(list(), SHOWN);
        }
        return cases;
    }

    public List<ModerationReason> getReasons() {
        return List.copyOf(ModerationReason.ofPeople());
    }

    public boolean isTicked(String id) {
        return parameters.values("chosen").contains(id);
    }

    /** How many of those that were ticked could not be decided about. */
    public long getRefused() {
        String refused = parameters.value("refused");
        return refused.matches("[0-9]{1,3}") ? Long.parseLong(refused) : 0;
    }

    public void approve() {
        each(chosen("approve"), id -> desk.decide(id, Decision.Choice.APPROVE, null, note), "comments-approved");
    }

    public void reject() {
        @Nullable ModerationReason reason;
        try {
            reason = Reasons.parse(parameters.value("reason"));
        } catch (InvalidInputException none) {
            frame.tell(texts.problem("reason-missing", none.getMessage()));
            return;
        }
        each(chosen("reject"), id -> desk.decide(id, Decision.Choice.REJECT, reason, note), "comments-rejected");
    }

    /** Takes back what was decided just now. */
    public void undo() {
        List<CommentId> decided = ids(List.of(parameters.value("did").split(",", -1)));
        List<BusinessException> refused = new ArrayList<>();
        List<CommentId> undone = all(decided, desk::undo, refused);
        if (undone.isEmpty()) {
            tell(refused);
        } else {
            response.redirect(address("comments-undone", List.of(), refused.size()));
        }
    }

    private void each(List<CommentId> chosen, Consumer<CommentId> work, String done) {
        List<BusinessException> refused = new ArrayList<>();
        List<CommentId> decided = all(chosen, work, refused);
        if (chosen.isEmpty()) {
            frame.tell(texts.text("console.comments.nothing-ticked"));
        } else if (decided.isEmpty()) {
            tell(refused);
        } else {
            response.redirect(address(done, decided, refused.size()));
        }
    }

    private static List<CommentId> all(List<CommentId> ids, Consumer<CommentId> work, List<BusinessException> refused) {
        List<CommentId> done = new ArrayList<>();
        for (CommentId id : ids) {
            try {
                work.accept(id);
                done.add(id);
            } catch (BusinessException kept) {
                refused.add(kept);
            }
        }
        return done;
    }

    private void tell(List<BusinessException> refused) {
        refused.stream()
                .map(problem -> texts.problem(problem.code(), problem.getMessage()))
                .distinct()
                .forEach(frame::tell);
    }

    private String address(String done, List<CommentId> decided, int refused) {
        StringBuilder address = new StringBuilder(ConsolePage.COMMENTS.path())
                .append("?kind=")
                .append(getKind())
                .append("&done=")
                .append(done);
        if (!decided.isEmpty()) {
            address.append("&did=")
                    .append(String.join(
                            ",", decided.stream().map(CommentId::value).toList()));
        }
        if (refused > 0) {
            address.append("&refused=").append(refused);
        }
        return address.toString();
    }

    /** The comment whose own button was pressed, else those that are ticked. */
    private List<CommentId> chosen(String button) {
        List<CommentId> own = ids(parameters.values(button));
        return own.isEmpty() ? ids(parameters.values("chosen")) : own;
    }

    private static List<CommentId> ids(List<String> values) {
        return values.stream()
                .filter(CommentId::isValid)
                .distinct()
                .limit(SHOWN)
                .map(CommentId::new)
                .toList();
    }

    private WaitingList list() {
        String kind = parameters.value("kind");
        return Arrays.stream(WaitingList.values())
                .filter(list -> name(list).equals(kind))
                .findFirst()
                .orElse(WaitingList.PENDING);
    }

    private static String name(WaitingList list) {
        return list.name().toLowerCase(Locale.ROOT);
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
