package org.ardina.topic;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Pattern;
import org.ardina.account.Role;
import org.ardina.article.Manuscripts;
import org.ardina.article.Slug;
import org.ardina.audit.AuditTrail;
import org.ardina.job.Jobs;
import org.ardina.problem.ConflictException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.jspecify.annotations.Nullable;

/** What administrators do with the sections of the paper. */
@Stateless
@RolesAllowed(Role.ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TopicEditing {

    static final int MAXIMUM_DESCRIPTION = 500;

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s\\p{Cc}]+");
    private static final Slug NAMELESS = new Slug("topic");

    @Inject
    private TopicRepository repository;

    @Inject
    private Topics topics;

    @Inject
    private Manuscripts manuscripts;

    @Inject
    private Jobs jobs;

    @Inject
    private AuditTrail audit;

    /**
     * Adds a topic.
     *
     * @param slug absent to make one from the name
     * @param order of the sections on the front page, smallest first; absent for behind those that were placed
     * @throws ConflictException if there is one with that slug
     * @throws InvalidInputException if something breaks a rule
     */
    public Topic create(@Nullable String slug, String name, @Nullable String description, @Nullable Integer order) {
        String checked = name(name);
        Topic topic = new Topic(
                slug == null || slug.isBlank() ? Slug.of(checked, "", NAMELESS) : slug(slug),
                checked,
                description(description == null ? "" : description),
                order == null ? Topic.LAST : order,
                0);
        if (!repository.create(topic)) {
            throw new ConflictException("topic-exists", "There is a topic with the slug " + topic.slug() + ".");
        }
        topics.forget();
        note("topic.created", topic);
        return topic;
    }

    /**
     * Changes a topic. What is absent stays as it is.
     *
     * @throws NotFoundException if there is none with that slug
     */
    public Topic change(Slug slug, @Nullable String name, @Nullable String description, @Nullable Integer order) {
        Topic changed = repository
                .change(
                        slug,
                        name == null ? null : name(name),
                        description == null ? null : description(description),
                        order)
                .orElseThrow(() -> new NotFoundException("topic"));
        topics.forget();
        note("topic.changed", changed);
        return changed;
    }

    /**
     * Gives a topic another address, and changes what else is not absent. The old address leads to the new one; the
     * articles follow at once, thousands of them within a minute.
     *
     * @throws NotFoundException if there is none with that slug
     * @throws ConflictException if there is one with the new slug
     */
    public Topic rename(
            Slug from, String to, @Nullable String name, @Nullable String description, @Nullable Integer order) {
        Slug address = slug(to);
        if (address.equals(from)) {
            return change(from, name, description, order);
        }
        Topic before = repository.find(from).orElseThrow(() -> new NotFoundException("topic"));
        Topic renamed = new Topic(
                address,
                name == null ? before.name() : name(name),
                description == null ? before.description() : description(description),
                order == null ? before.order() : order,
                before.articles());
        if (!repository.createInPlaceOf(from, renamed)) {
            throw new ConflictException("topic-exists", "There is a topic with the slug " + address + ".");
        }
        move(from, address, "topic.renamed");
        return renamed;
    }

    /**
     * Puts all articles of a topic into another one, to which its address leads from then on.
     *
     * @return the other one, as it was before
     * @throws NotFoundException if there is no such topic
     * @throws InvalidInputException if both are the same, or there is no such other one
     */
    public Topic merge(Slug from, String into) {
        Slug target = slug(into);
        if (target.equals(from)) {
            throw new InvalidInputException("same-topic", "A topic cannot be merged into itself. Name another one.");
        }
        Topic other = repository
                .find(target)
                .orElseThrow(() -> new InvalidInputException("unknown-topic", "There is no topic " + target + "."));
        move(from, target, "topic.merged");
        return other;
    }

    /** What is written first is the move: from then on it is done, by this replica or another. */
    private void move(Slug from, Slug to, String action) {
        if (!repository.move(from, to)) {
            throw new NotFoundException("topic");
        }
        if (repository.find(to).isEmpty()) {
            // Somebody moved or deleted the other one meanwhile.
            repository.stay(from);
            topics.forget();
            throw new ConflictException("topic-gone", "The topic " + to + " is gone. Choose another.");
        }
        jobs.add(TopicMove.KIND, from.value());
        topics.forget();
        audit.note(action, "topic:" + from, Map.of("to", to.value()));
    }

    /**
     * Takes a topic away.
     *
     * @throws ConflictException if an article stands in it, in whichever state
     */
    public void delete(Slug slug) {
        Topic topic = repository.find(slug).orElseThrow(() -> new NotFoundException("topic"));
        if (manuscripts.isUsed(slug)) {
            throw new ConflictException("topic-in-use", "Articles stand in this topic. Give them another one first.");
        }
        repository.delete(slug);
        topics.forget();
        note("topic.deleted", topic);
    }

    private void note(String action, Topic topic) {
        audit.note(action, "topic:" + topic.slug(), Map.of("name", topic.name()));
    }

    private static Slug slug(String text) {
        if (!Slug.isValid(text)) {
            throw new InvalidInputException(
                    "invalid-slug",
                    "The slug of a topic has lower-case letters and digits in words joined by hyphens, at most "
                            + Slug.MAXIMUM_LENGTH + ".");
        }
        return new Slug(text);
    }

    private static String name(String text) {
        String name = line(text);
        if (name.isEmpty() || name.length() > Topic.MAXIMUM_NAME) {
            throw new InvalidInputException(
                    "invalid-name", "The name of a topic has 1 to " + Topic.MAXIMUM_NAME + " characters.");
        }
        return name;
    }

    private static String description(String text) {
        String description = line(text);
        if (description.length() > MAXIMUM_DESCRIPTION) {
            throw new InvalidInputException(
                    "description-too-long",
                    "The description of a topic has at most " + MAXIMUM_DESCRIPTION + " characters.");
        }
        return description;
    }

    private static String line(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
