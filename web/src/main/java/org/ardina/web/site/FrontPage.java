package org.ardina.web.site;

import java.time.Instant;
import java.util.List;
import org.ardina.article.ArticleSummary;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the front page.
 *
 * @param topics all of them, in the order of the sections
 * @param edition the time that the masthead's date tells
 * @param lead the most important story, absent in an empty paper
 * @param secondary the stories beside it, best three or four
 * @param latest the newest stories of all topics, best eight
 * @param sections the topics with their newest stories
 */
public record FrontPage(
        List<Topic> topics,
        Instant edition,
        @Nullable ArticleSummary lead,
        List<ArticleSummary> secondary,
        List<ArticleSummary> latest,
        List<Section> sections) {

    public FrontPage {
        topics = List.copyOf(topics);
        secondary = List.copyOf(secondary);
        latest = List.copyOf(latest);
        sections = List.copyOf(sections);
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
    }
}
