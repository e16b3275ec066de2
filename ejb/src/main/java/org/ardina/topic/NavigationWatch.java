package org.ardina.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ardina.cache.PageTags;
import org.ardina.change.Change;
import org.ardina.change.ChangeListener;
import org.ardina.change.PagePurge;
import org.ardina.store.StoresOpened;

/**
 * Keeps the list of topics up to date. Every page names topics and offers some, so when a name or their order changes
 * every page is dropped; how many articles a topic has changes often and matters to few.
 */
@ApplicationScoped
class NavigationWatch implements ChangeListener {

    /** At least as many as a page offers. */
    private static final int OFFERED = 10;

    @Inject
    private Topics topics;

    @Inject
    private PagePurge purge;

    private volatile List<String> names = List.of();

    /** Learns what pages offer that were made before this replica started, as the change feed tells of no more. */
    void begin(@Observes StoresOpened opened) {
        names = names();
    }

    @Override
    public Stage stage() {
        return Stage.BENEATH_PAGES;
    }

    @Override
    public void changed(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.kind() == Change.Kind.TOPIC)) {
            changedMuch();
        }
    }

    @Override
    public void changedMuch() {
        topics.forget();
        List<String> now = names();
        if (!now.equals(names)) {
            purge.purge(Set.of(PageTags.NAVIGATION));
            names = now;
        }
    }

    private List<String> names() {
        List<Topic> all = topics.list();
        return Stream.concat(
                        all.stream()
                                .filter(topic -> topic.articles() > 0)
                                .limit(OFFERED)
                                .map(topic -> topic.slug().value()),
                        all.stream()
                                .map(topic -> topic.slug() + " " + topic.name())
                                .sorted())
                .toList();
    }
}
