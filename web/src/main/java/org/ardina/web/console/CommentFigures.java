package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.ardina.comment.ModerationDesk;
import org.jspecify.annotations.Nullable;

/** How the conversation stands, on the dashboard. */
@Named("commentFigures")
@RequestScoped
public class CommentFigures {

    @Inject
    private ModerationDesk desk;

    private ModerationDesk.@Nullable Appeals appeals;

    /** How many comments wait, those twice that wait for two reasons. */
    public long getWaiting() {
        return desk.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The share of appeals that were right, in percent. */
    public long getOverturnedPercent() {
        return appeals().overturnedPercent();
    }

    public long getAppeals() {
        return appeals().overturned() + appeals().upheld();
    }

    private ModerationDesk.Appeals appeals() {
        if (appeals == null) {
            appeals = desk.appeals();
        }
        return appeals;
    }
}
