package org.ardina.websub;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ardina.change.Change;
import org.ardina.change.ChangeListener;
import org.ardina.job.Jobs;

/** Has the hub told of the feeds in which something has changed. */
@ApplicationScoped
class FeedAnnouncements implements ChangeListener {

    /** All replicas hear of a change within this time, and none shows the old feed any more. */
    private static final Duration GATHERING = Duration.ofSeconds(3);

    /** What is older stands in few feeds, and an import brings thousands of such articles. */
    private static final Duration NEWS = Duration.ofDays(7);

    @Inject
    private WebSubHub hub;

    @Inject
    private Jobs jobs;

    @Override
    public Stage stage() {
        return Stage.BESIDE_PAGES;
    }

    @Override
    public void changed(List<Change> changes) {
        if (hub.address().isPresent()) {
            Instant now = Instant.now();
            Set<String> feeds = new TreeSet<>();
            changes.stream().filter(change -> isNews(change, now)).forEach(change -> addFeeds(change, feeds));
            feeds.forEach(feed -> jobs.addOnce(HubCall.KIND, feed, GATHERING));
        }
    }

    @Override
    public void changedMuch() {
        if (hub.address().isPresent()) {
            jobs.addOnce(HubCall.KIND, HubCall.SITE, GATHERING);
        }
    }

    static boolean isNews(Change change, Instant now) {
        Instant published = change.publishedAt();
        return change.kind() == Change.Kind.ARTICLE
                && change.approved()
                && published != null
                && !published.isAfter(now)
                && published.isAfter(now.minus(NEWS));
    }

    private static void addFeeds(Change article, Set<String> feeds) {
        feeds.add(HubCall.SITE);
        if (article.topic() != null) {
            feeds.add("/topics/" + article.topic());
        }
        article.authors().forEach(author -> feeds.add("/authors/" + author));
    }
}
