package org.ardina.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.ardina.article.Slug;
import org.ardina.popularity.Period;
import org.jspecify.annotations.Nullable;

/**
 * The address of a list of the most popular stories.
 *
 * @param topic absent for those of all topics
 */
record PopularAddress(Period period, @Nullable Slug topic) {

    static final String PATH = "/popular";

    private static final Period STANDARD = Period.DAY;
    private static final String PERIOD = "period=";
    private static final String TOPIC = "topic=";

    /** What a request asks for; empty if its parameters make no sense. */
    static Optional<PopularAddress> of(HttpServletRequest request) {
        return of(request.getParameter("period"), request.getParameter("topic"));
    }

    static Optional<PopularAddress> of(@Nullable String period, @Nullable String topic) {
        Optional<Period> known = period == null ? Optional.of(STANDARD) : Period.of(period);
        return topic != null && !Slug.isValid(topic)
                ? Optional.empty()
                : known.map(valid -> new PopularAddress(valid, topic == null ? null : new Slug(topic)));
    }

    /** Takes apart what {@link #path} made. */
    static PopularAddress parse(String path) {
        String query = path.substring(Math.min(path.length(), PATH.length() + 1));
        int ampersand = query.indexOf('&');
        String period = query.startsWith(PERIOD)
                ? query.substring(PERIOD.length(), ampersand < 0 ? query.length() : ampersand)
                : null;
        int topic = query.indexOf(TOPIC);
        return of(period, topic < 0 ? null : query.substring(topic + TOPIC.length()))
                .orElseThrow();
    }

    /** Always the same for the same list. */
    String path() {
        String period = period() == STANDARD ? "" : PERIOD + period().code();
        String topic = topic() == null ? "" : TOPIC + topic();
        String query = period.isEmpty() || topic.isEmpty() ? period + topic : period + "&" + topic;
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    /** The same topic in another period. */
    PopularAddress in(Period other) {
        return new PopularAddress(other, topic);
    }
}
