package org.ardina.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ardina.article.Slug;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.ardina.topic.Topic;
import org.ardina.topic.TopicEditing;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/** The sections of the paper, and the one that is being changed or added. */
@Named("topicDesk")
@RequestScoped
public class TopicDesk {

    private static final int ROWS = 50;

    @Inject
    private Topics topics;

    @Inject
    private TopicEditing editing;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    private @Nullable Page<Topic> part;
    private @Nullable Topic topic;
    private String address = "";
    private String name = "";
    private String description = "";
    private @Nullable Integer order;

    @PostConstruct
    void find() {
        String slug = parameters.given("slug");
        if (slug == null) {
            return;
        }
        topic = Optional.of(slug)
                .filter(Slug::isValid)
                .flatMap(text -> topics.find(new Slug(text)))
                .orElse(null);
        if (topic == null) {
            return;
        }
        address = topic.slug().value();
        name = topic.name();
        description = topic.description();
        order = topic.order() == Topic.LAST ? null : topic.order();
    }

    public void open() {
        if (parameters.given("slug") != null) {
            response.orList(this::slug, ConsolePage.TOPICS);
        }
    }

    public List<Topic> getRows() {
        return part().items();
    }

    public @Nullable String getNext() {
        return parameters.next(part().next());
    }

    private Page<Topic> part() {
        if (part == null) {
            String words = parameters.given("q");
            part = parameters.list(
                    cursor -> words == null ? topics.page(cursor, ROWS) : new Page<>(named(words), null));
        }
        return part;
    }

    private List<Topic> named(String words) {
        String sought = words.toLowerCase(Locale.ROOT);
        return topics.list().stream()
                .filter(known -> known.name().toLowerCase(Locale.ROOT).contains(sought)
                        || known.slug().value().contains(sought))
                .limit(ROWS)
                .toList();
    }

    /** The topic that is being changed; absent while one is added. */
    public @Nullable Topic getTopic() {
        return topic;
    }

    public boolean isPlaced(Topic listed) {
        return listed.order() != Topic.LAST;
    }

    public void create() {
        response.after(() -> editing.create(address, name, description, null), done("topic-created"));
    }

    public void change() {
        Slug slug = slug();
        response.after(
                () -> editing.rename(
                        slug,
                        address.isBlank() ? slug.value() : address.strip(),
                        name,
                        description,
                        order == null ? Topic.LAST : order),
                done("topic-changed"));
    }

    public void merge() {
        Slug slug = slug();
        response.after(() -> editing.merge(slug, parameters.value("into")), done("topic-merged"));
    }

    /** The topics that could take the articles of this one. */
    public List<Topic> getOthers() {
        return topics.list().stream().filter(other -> !other.equals(topic)).toList();
    }

    public void delete() {
        Slug slug = slug();
        response.after(() -> editing.delete(slug), done("topic-deleted"));
    }

    private Slug slug() {
        if (topic == null) {
            throw new NotFoundException("topic");
        }
        return topic.slug();
    }

    private static String done(String what) {
        return ConsolePage.TOPICS.path() + "?done=" + what;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public @Nullable Integer getOrder() {
        return order;
    }

    public void setOrder(@Nullable Integer order) {
        this.order = order;
    }
}
