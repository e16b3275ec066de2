package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.ardina.article.ArticleState;
import org.ardina.article.ManuscriptSummary;
import org.ardina.newsroom.Autosave;
import org.ardina.newsroom.Autosaves;
import org.ardina.newsroom.Writing;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** A writer's articles, what changed last first, and what they were writing and have not saved. */
@Named("ownArticles")
@RequestScoped
public class OwnArticles {

    @Inject
    private Writing writing;

    @Inject
    private Autosaves autosaves;

    @Inject
    private ConsoleParameters parameters;

    private @Nullable Page<ManuscriptSummary> page;
    private @Nullable List<Autosave> unfinished;

    public List<ManuscriptSummary> getRows() {
        return page().items();
    }

    public @Nullable String getNext() {
        return parameters.next(page().next(), "state");
    }

    public List<Autosave> getUnfinished() {
        if (unfinished == null) {
            unfinished = autosaves.list();
        }
        return unfinished;
    }

    /** Where writing goes on. */
    public String path(Autosave autosave) {
        return ConsolePage.WRITE.path()
                + (ArticleEditor.isOfArticle(autosave.key()) ? "?id=" : "?key=")
                + autosave.key();
    }

    public ArticleState[] getStates() {
        return ArticleState.values();
    }

    private Page<ManuscriptSummary> page() {
        if (page == null) {
            page = parameters.list(cursor -> writing.mine(parameters.state(), cursor, ConsoleParameters.ROWS));
        }
        return page;
    }
}
