package org.ardina.comment;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote a comment.
 *
 * @param account absent for one that was imported, or whose author has left for good
 * @param name as readers see it; empty for somebody who has left for good
 * @param staff whether they wrote for the paper then
 */
public record Commenter(@Nullable String account, String name, boolean staff) {

    public boolean is(@Nullable String id) {
        return account != null && account.equals(id);
    }
}
