package org.ardina.comment;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ardina.article.Slug;
import org.ardina.cache.PageTags;
import org.ardina.change.Change;
import org.ardina.change.ChangeListener;
import org.ardina.change.PagePurge;
import org.jspecify.annotations.Nullable;

/** The rules of topics, at hand, as every comment and every page of a conversation asks for them. */
@ApplicationScoped
class TopicRules implements ChangeListener {

    private static final Duration FRESHNESS = Duration.ofSeconds(5);

    private final LoadingCache<String, Map<Slug, TopicRule>> rules = Caffeine.newBuilder()
            .expireAfterWrite(FRESHNESS)
            .build(key ->
                    repository().list().stream().collect(Collectors.toMap(TopicRule::topic, Function.identity())));

    @Inject
    private TopicRuleRepository repository;

    @Inject
    private PagePurge purge;

    /** The rule of a topic; that which changes nothing where there is none. */
    TopicRule of(Slug topic) {
        @Nullable TopicRule rule = rules.get("").get(topic);
        return rule == null ? new TopicRule(topic, false, false) : rule;
    }

    List<TopicRule> list() {
        return List.copyOf(rules.get("").values());
    }

    void set(TopicRule rule) {
        repository.set(rule);
        rules.invalidateAll();
    }

    @Override
    public Stage stage() {
        return Stage.BENEATH_PAGES;
    }

    @Override
    public void changed(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.id().startsWith(TopicRuleRepository.CHANGE))) {
            rules.invalidateAll();
            // Any page may be of an article in the topic.
            purge.purge(Set.of(PageTags.NAVIGATION));
        }
    }

    @Override
    public void changedMuch() {
        rules.invalidateAll();
    }

    private TopicRuleRepository repository() {
        return repository;
    }
}
