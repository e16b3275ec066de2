package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.LifeCycleStep;
import org.ardina.article.ManuscriptSummary;
import org.ardina.newsroom.Review;
import org.ardina.newsroom.Verdict;
import org.ardina.problem.BusinessException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** All articles, or those in a state, what changed last first; those that are ticked are archived together. */
@Named("articleTable")
@RequestScoped
public class ArticleTable {

    @Inject
    private Review review;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    @Inject
    private ConsoleFrame frame;

    @Inject
    private ConsoleTexts texts;

    private @Nullable Page<ManuscriptSummary> page;

    public List<ManuscriptSummary> getRows() {
        return page().items();
    }

    public @Nullable String getNext() {
        return parameters.next(page().next(), "state");
    }

    public ArticleState[] getStates() {
        return ArticleState.values();
    }

    /** Archives those that are ticked. What cannot be archived is told, the others are. */
    public void archive() {
        int refused = 0;
        List<String> chosen = parameters.values("chosen");
        for (String id : chosen) {
            try {
                if (ArticleId.isValid(id)) {
                    review.decide(new ArticleId(id), null, Verdict.of(LifeCycleStep.ARCHIVE));
                }
            } catch (BusinessException kept) {
                refused++;
            }
        }
        if (refused > 0) {
            frame.tell(texts.count("console.articles.not-archived", refused));
        } else if (!chosen.isEmpty()) {
            response.redirect(ConsolePage.ARTICLES.path() + "?done=archived");
        }
    }

    private Page<ManuscriptSummary> page() {
        if (page == null) {
            page = parameters.list(cursor -> review.articles(parameters.state(), cursor, ConsoleParameters.ROWS));
        }
        return page;
    }
}
