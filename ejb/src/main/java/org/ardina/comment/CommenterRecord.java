package org.ardina.comment;

import java.util.List;
import org.ardina.account.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sees of somebody who comments.
 *
 * @param profile absent where the account is gone
 * @param latest their newest comments, newest first
 * @param upheld how many of their reports were right
 * @param dismissed how many were not
 */
public record CommenterRecord(
        @Nullable Profile profile, CommenterStanding standing, List<Comment> latest, long upheld, long dismissed) {

    /** So many comments tell how somebody writes. */
    public static final int MOST = 50;

    public CommenterRecord {
        latest = List.copyOf(latest);
    }

    /** How many of the newest are shown. */
    public long shown() {
        return count(CommentState.VISIBLE);
    }

    /** How many of the newest were rejected. */
    public long rejected() {
        return count(CommentState.REJECTED);
    }

    private long count(CommentState state) {
        return latest.stream().filter(comment -> comment.state() == state).count();
    }
}
