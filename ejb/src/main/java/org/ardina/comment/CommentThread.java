package org.ardina.comment;

import java.util.List;

/**
 * A comment with what is below it, or the first of that.
 *
 * @param replies in the order of reading
 */
public record CommentThread(Comment first, List<Comment> replies) {

    public CommentThread {
        replies = List.copyOf(replies);
    }

    /** How many visible ones are not among the replies. */
    public long more() {
        return Math.max(
                0, first.replies() - replies.stream().filter(Comment::isVisible).count());
    }
}
