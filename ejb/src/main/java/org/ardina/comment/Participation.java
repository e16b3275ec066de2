package org.ardina.comment;

import java.util.List;

/**
 * One reader's part in the conversation about an article.
 *
 * @param liked whether they like the article
 * @param own their newest comments there that need their eye: to be changed still, waiting or rejected
 */
public record Participation(boolean liked, List<Comment> own) {

    public Participation {
        own = List.copyOf(own);
    }
}
