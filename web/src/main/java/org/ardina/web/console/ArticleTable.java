package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.ardina.article.ArticleFilter;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.LifeCycleStep;
import org.ardina.article.ManuscriptSummary;
import org.ardina.article.Slug;
import org.ardina.newsroom.Review;
import org.ardina.newsroom.Verdict;
import org.ardina.newsroom.Writing;
import org.ardina.problem.BusinessException;
import org.ardina.problem.InvalidInputException;
import org.ardina.search.SearchQuery;
import org.ardina.store.Page;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/** All articles, or those that the address describes, newest first; those that are ticked are archived together. */
@Named("articleTable")
@RequestScoped
public class ArticleTable {

    private static final String[] FILTERS = {"q", "state", "topic", "author", "from", "to"};

    @Inject
    private Review review;

    @Inject
    private Writing writing;

    @Inject
    private Topics topics;

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
        return parameters.next(page().next(), FILTERS);
    }

    public ArticleState[] getStates() {
        return ArticleState.values();
    }

    public List<Topic> getTopics() {
        return topics.list();
    }

    /** Archives those that are ticked. Of each that cannot be archived it is told why; the others are. */
    public void archive() {
        List<String> refused = new ArrayList<>();
        int archived = 0;
        List<String> chosen = parameters.values("chosen").stream()
                .filter(ArticleId::isValid)
                .distinct()
                .limit(ConsoleParameters.ROWS)
                .toList();
        for (String id : chosen) {
            try {
                review.decide(new ArticleId(id), null, Verdict.of(LifeCycleStep.ARCHIVE));
                archived++;
            } catch (BusinessException kept) {
                refused.add(name(new ArticleId(id)) + ": " + reason(kept));
            }
        }
        if (refused.isEmpty()) {
            if (archived > 0) {
                response.redirect(parameters.with(ConsolePage.ARTICLES.path() + "?done=archived", FILTERS));
            }
            return;
        }
        if (archived > 0) {
            frame.tell(texts.count("console.articles.archived", archived));
        }
        refused.forEach(frame::tell);
    }

    private String reason(BusinessException kept) {
        return kept.code().equals("state-conflict")
                ? texts.text("console.articles.not-archived")
                : texts.problem(kept.code(), kept.getMessage());
    }

    private String name(ArticleId id) {
        try {
            return writing.find(id).content().headline();
        } catch (BusinessException gone) {
            return id.value();
        }
    }

    private Page<ManuscriptSummary> page() {
        if (page == null) {
            page = parameters.list(cursor -> review.articles(filter(), cursor, ConsoleParameters.ROWS));
        }
        return page;
    }

    private ArticleFilter filter() {
        return new ArticleFilter(
                parameters.value("q"),
                parameters.state(),
                slug("topic"),
                slug("author"),
                SearchQuery.day(parameters.given("from")),
                SearchQuery.day(parameters.given("to")));
    }

    private @Nullable Slug slug(String parameter) {
        String text = parameters.given(parameter);
        if (text == null) {
            return null;
        }
        if (!Slug.isValid(text)) {
            throw new InvalidInputException("unknown-author", "This is the username of an author, or part of a topic.");
        }
        return new Slug(text);
    }
}
