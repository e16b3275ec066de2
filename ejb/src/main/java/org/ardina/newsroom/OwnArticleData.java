package org.ardina.newsroom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.ardina.account.PersonalData;
import org.ardina.article.ManuscriptSummary;
import org.ardina.article.Manuscripts;
import org.ardina.store.Page;

/** The articles of a person, and what they have not finished, for the export of their data. */
@ApplicationScoped
class OwnArticleData implements PersonalData {

    @Inject
    private Manuscripts manuscripts;

    @Inject
    private AutosaveRepository autosaves;

    @Override
    public String name() {
        return "articles";
    }

    @Override
    public Object of(String account) {
        List<Map<String, Object>> newest =
                manuscripts.writtenBy(account, null, null, Page.MAXIMUM_LIMIT).items().stream()
                        .map(OwnArticleData::written)
                        .toList();
        List<Map<String, Object>> unfinished = autosaves.list(account, Autosaves.MOST).stream()
                .map(autosave -> Map.<String, Object>of(
                        "key", autosave.key(), "savedAt", autosave.savedAt(), "fields", autosave.fields()))
                .toList();
        return Map.of("newest", newest, "unfinished", unfinished);
    }

    private static Map<String, Object> written(ManuscriptSummary article) {
        return Map.of(
                "id", article.id().value(),
                "slug", article.slug().value(),
                "headline", article.headline(),
                "state", article.state().name(),
                "updatedAt", article.updatedAt());
    }
}
