package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.ardina.article.ManuscriptSummary;
import org.ardina.newsroom.Review;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** What waits for a decision, that which waits longest first. */
@Named("queue")
@RequestScoped
public class ReviewQueue {

    @Inject
    private Review review;

    @Inject
    private ConsoleParameters parameters;

    private @Nullable Page<ManuscriptSummary> page;

    public List<ManuscriptSummary> getRows() {
        return page().items();
    }

    public @Nullable String getNext() {
        return parameters.next(page().next());
    }

    public long getWaiting() {
        return review.waiting();
    }

    private Page<ManuscriptSummary> page() {
        if (page == null) {
            page = parameters.list(cursor -> review.queue(cursor, ConsoleParameters.ROWS));
        }
        return page;
    }
}
