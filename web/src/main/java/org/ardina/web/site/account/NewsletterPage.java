package org.ardina.web.site.account;

import java.util.List;
import java.util.Set;
import org.ardina.newsletter.Cadence;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The page for asking for a newsletter, and for choosing another.
 *
 * @param topics that can be chosen
 * @param chosen slugs of those that are
 * @param key of the subscription; absent for a new one
 */
public record NewsletterPage(
        Form form,
        List<Topic> topics,
        Cadence cadence,
        Set<String> chosen,
        @Nullable String key) {

    public NewsletterPage {
        topics = List.copyOf(topics);
        chosen = Set.copyOf(chosen);
    }

    /** The address that the form is sent to. */
    public String action() {
        return key == null ? NewsletterServlet.PATH : NewsletterServlet.PATH + '/' + key;
    }
}
