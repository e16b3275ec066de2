package org.ardina.curation;

import java.util.ArrayList;
import java.util.List;
import org.ardina.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen for the top of the front page. What readers cannot see, or not yet, or no longer, has no place there.
 *
 * @param lead the story that leads; absent to leave that to the newest ones
 * @param pins the stories beside it, in their order, ahead of the newest ones
 * @param version grows by one with every change; 0 before the first
 */
public record FrontPageChoice(@Nullable ArticleId lead, List<ArticleId> pins, long version) {

    /** As many as there are places beside the lead. */
    public static final int MOST_PINS = 5;

    static final FrontPageChoice NONE = new FrontPageChoice(null, List.of(), 0);

    public FrontPageChoice {
        pins = List.copyOf(pins);
    }

    /** All that is chosen, the lead first. */
    public List<ArticleId> articles() {
        List<ArticleId> all = new ArrayList<>();
        if (lead != null) {
            all.add(lead);
        }
        all.addAll(pins);
        return all;
    }
}
