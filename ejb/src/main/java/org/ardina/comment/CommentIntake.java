package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ardina.article.ArticleId;

/** Keeps comments that were written elsewhere, with their threads. */
@ApplicationScoped
public class CommentIntake {

    private static final int MAXIMUM_LISTED = 10_000;

    @Inject
    private CommentRepository repository;

    /** Stores the comments; those already there are written over with the same. */
    public void take(List<ImportedComment> comments) {
        if (!comments.isEmpty()) {
            repository.store(comments);
        }
    }

    /** The comments kept under an article, at most {@value #MAXIMUM_LISTED}. */
    public List<ImportedComment> find(ArticleId article) {
        return repository.find(article, MAXIMUM_LISTED);
    }
}
