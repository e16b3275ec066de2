package org.ardina.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ardina.cache.PageCache;
import org.ardina.cache.PageTags;

/** Drops the pages that a change touches. */
@ApplicationScoped
public class PagePurge implements ChangeListener {

    @Inject
    private PageCache pages;

    @Inject
    private Event<PagesPurged> purged;

    @Override
    public Stage stage() {
        return Stage.PAGES;
    }

    @Override
    public void changed(List<Change> changes) {
        Set<String> tags = new HashSet<>();
        changes.forEach(change -> addTags(change, tags));
        if (!tags.isEmpty()) {
            purge(tags);
        }
    }

    /** Drops the pages with one of these tags in this replica and in Redis; see {@link PageTags}. */
    public void purge(Set<String> tags) {
        pages.purge(tags);
        purged.fire(new PagesPurged(tags));
    }

    @Override
    public void changedMuch() {
        pages.purgeAll();
        purged.fire(PagesPurged.ALL);
    }

    private static void addTags(Change change, Set<String> tags) {
        switch (change.kind()) {
            case TOPIC -> {
                tags.add(PageTags.TOPICS);
                addTopic(change, tags);
            }
            case FRONT_PAGE -> tags.add(PageTags.FRONT);
            case ARTICLE -> addTagsOfArticle(change, tags);
            case CONVERSATION -> tags.add(PageTags.conversation(change.id()));
        }
    }

    /** What it was before is covered: every page that shows it has its tag. The rest is where it may appear now. */
    private static void addTagsOfArticle(Change article, Set<String> tags) {
        tags.add(PageTags.article(article.id()));
        article.slugs().forEach(slug -> tags.add(PageTags.slug(slug)));
        if (article.publishedAt() != null) {
            tags.add(PageTags.SITEMAP);
        }
        if (article.approved()) {
            tags.add(PageTags.FRONT);
            tags.add(PageTags.LATEST);
            addTopic(article, tags);
            article.authors().forEach(author -> tags.add(PageTags.author(author)));
        }
    }

    private static void addTopic(Change change, Set<String> tags) {
        if (change.topic() != null) {
            tags.add(PageTags.topic(change.topic()));
        }
    }
}
