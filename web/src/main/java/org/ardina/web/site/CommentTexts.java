package org.ardina.web.site;

import org.ardina.comment.Comment;
import org.ardina.comment.CommentOrder;
import org.ardina.comment.CommentState;

/** The keys of texts about comments. */
public final class CommentTexts {

    private CommentTexts() {}

    public static String order(CommentOrder order) {
        return switch (order) {
            case NEWEST -> "conversation.order-newest";
            case OLDEST -> "conversation.order-oldest";
            case TOP -> "conversation.order-top";
        };
    }

    /** What its author is told of a comment. */
    public static String state(Comment comment) {
        return switch (comment.state()) {
            case VISIBLE, SHADOWED -> "comment.state-visible";
            case PENDING -> "comment.state-pending";
            case REJECTED -> comment.review().isAppealOpen() ? "comment.state-appealed" : "comment.state-rejected";
            case WITHDRAWN -> "comment.state-withdrawn";
        };
    }

    /** What stands in the place of a comment that is not visible. */
    public static String gone(CommentState state) {
        return state == CommentState.WITHDRAWN ? "comment.gone-withdrawn" : "comment.gone-removed";
    }
}
