package org.ardina.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.ardina.change.Change;
import org.jspecify.annotations.Nullable;

/** What a search index is built from and caught up with: which articles have changed, and how they are now. */
@ApplicationScoped
public class ArticleHistory {

    @Inject
    private ArticleRepository repository;

    /**
     * The articles that changed at that time or later, each with its latest change, oldest change first, then by id.
     *
     * @param afterId the id of the last one known of those changed exactly then
     */
    public List<Change> changedSince(Instant time, @Nullable String afterId, int limit) {
        return repository.changedSince(time, afterId, limit);
    }

    /** Of these articles, those that are approved, be it for a time to come. */
    public List<Article> approved(Collection<ArticleId> ids) {
        return repository.findApproved(ids);
    }
}
