package org.ardina.web.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Slug;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the front page.
 *
 * @param topics all of them, in the order of the sections
 * @param edition the time that the masthead's date tells
 * @param lead the most important story, absent in an empty paper
 * @param secondary the stories around it, best five
 * @param latest the newest stories of all topics, best eight
 * @param popular what is read most, best five
 * @param sections the topics with their newest stories
 */
public record FrontPage(
        List<Topic> topics,
        Instant edition,
        @Nullable ArticleSummary lead,
        List<ArticleSummary> secondary,
        List<ArticleSummary> latest,
        List<ArticleSummary> popular,
        List<Section> sections) {

    public FrontPage {
        topics = List.copyOf(topics);
        secondary = List.copyOf(secondary);
        latest = List.copyOf(latest);
        popular = List.copyOf(popular);
        sections = List.copyOf(sections);
    }

    private static final int LEAD_CANDIDATES = 5;
    private static final int SECONDARY_STORIES = 5;
    private static final int LATEST_STORIES = 8;
    private static final int SECTION_STORIES = 5;
    private static final int STORIES_BESIDE_LEAD = 3;
    private static final int STORIES_OF_WIDE_SECTION = 3;

    /**
     * Lays out a front page so that no story stands in two of its larger places. On top stands what administrators
     * chose; what they left open is taken from the newest stories, where the lead is the newest with a picture among
     * the first few.
     *
     * @param newest stories of all topics, newest first, best twenty
     * @param byTopic the newest stories of each topic, best eleven
     * @param popular what is read most, whether or not it stands elsewhere too
     */
    public static FrontPage compose(
            List<Topic> topics,
            Instant edition,
            List<ArticleSummary> newest,
            Map<Slug, List<ArticleSummary>> byTopic,
            List<ArticleSummary> popular,
            Chosen chosen) {
        ArticleSummary lead = chosen.lead() == null ? newestLead(newest, chosen.pins()) : chosen.lead();
        List<ArticleSummary> secondary = Stream.concat(chosen.pins().stream(), newest.stream())
                .filter(story -> !story.equals(lead))
                .distinct()
                .limit(SECONDARY_STORIES)
                .toList();
        Set<ArticleId> shown = Stream.concat(Stream.ofNullable(lead), secondary.stream())
                .map(ArticleSummary::id)
                .collect(Collectors.toSet());
        Predicate<ArticleSummary> isNew = story -> !shown.contains(story.id());
        List<Section> sections = topics.stream()
                .map(topic -> new Section(
                        topic,
                        byTopic.getOrDefault(topic.slug(), List.of()).stream()
                                .filter(isNew)
                                .limit(SECTION_STORIES)
                                .toList()))
                .filter(section -> !section.articles().isEmpty())
                .toList();
        List<ArticleSummary> latest =
                newest.stream().filter(isNew).limit(LATEST_STORIES).toList();
        return new FrontPage(topics, edition, lead, secondary, latest, popular, sections);
    }

    private static @Nullable ArticleSummary newestLead(List<ArticleSummary> newest, List<ArticleSummary> pinned) {
        List<ArticleSummary> candidates =
                newest.stream().filter(story -> !pinned.contains(story)).toList();
        return candidates.stream()
                .limit(LEAD_CANDIDATES)
                .filter(story -> story.picture() != null)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .or(() -> pinned.stream().findFirst())
                .orElse(null);
    }

    /** The secondary stories that stand under the lead: those for which there is no room beside it. */
    public List<ArticleSummary> underLead() {
        return secondary.subList(0, Math.max(0, secondary.size() - STORIES_BESIDE_LEAD));
    }

    /** The secondary stories that stand beside the lead. */
    public List<ArticleSummary> besideLead() {
        return secondary.subList(underLead().size(), secondary.size());
    }

    /** The sections with enough stories to fill the width of the page. */
    public List<Section> wideSections() {
        return sections.stream().filter(Section::isWide).toList();
    }

    /** The sections with a story or two, which stand side by side. */
    public List<Section> narrowSections() {
        return sections.stream()
                .filter(section -> !section.isWide() && !section.articles().isEmpty())
                .toList();
    }

    /**
     * What administrators chose of what readers may see now.
     *
     * @param lead absent to leave it to the newest stories
     * @param pins in their order
     */
    public record Chosen(@Nullable ArticleSummary lead, List<ArticleSummary> pins) {

        static final Chosen NOTHING = new Chosen(null, List.of());

        public Chosen {
            pins = List.copyOf(pins);
        }
    }

    /**
     * A topic on the front page.
     *
     * @param articles its newest stories, best five
     */
    public record Section(Topic topic, List<ArticleSummary> articles) {

        public Section {
            articles = List.copyOf(articles);
        }

        boolean isWide() {
            return articles.size() >= STORIES_OF_WIDE_SECTION;
        }
    }
}
