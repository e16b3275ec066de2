package org.ardina.web.site;

import java.util.List;
import org.ardina.article.ArticleId;
import org.ardina.comment.CommentThread;
import org.ardina.comment.Conversation;

/**
 * What a page shows of the conversation about an article.
 *
 * @param open whether it can be commented on
 * @param more whether there is a page after this one
 */
public record ConversationPart(
        ConversationAddress address,
        Conversation conversation,
        boolean open,
        List<CommentThread> threads,
        boolean more) {

    public ConversationPart {
        threads = List.copyOf(threads);
    }

    public ArticleId article() {
        return conversation.article();
    }

    /** Whether it is one thread. */
    public boolean isThread() {
        return address.comment() != null;
    }
}
