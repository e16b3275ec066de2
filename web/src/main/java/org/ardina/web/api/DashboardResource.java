package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ardina.article.ManuscriptSummary;
import org.ardina.overview.DayCount;
import org.ardina.overview.Overview;
import org.ardina.overview.PaperFigures;
import org.ardina.popularity.PopularArticle;
import org.ardina.web.metrics.RequestHistory;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** How the paper stands: counts and series. */
@Path("/dashboard")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
public class DashboardResource {

    @Inject
    private Overview overview;

    @Inject
    private RequestHistory history;

    /** How many on a day, in UTC. */
    public record Day(String day, long count) {

        static Day of(DayCount count) {
            return new Day(count.day().toString(), count.count());
        }
    }

    /** What waits for a decision. */
    public record Waiting(
            String id, String headline, @Nullable Instant since) {

        static Waiting of(ManuscriptSummary article) {
            return new Waiting(article.id().value(), article.headline(), article.waitingSince());
        }
    }

    /** How often an article was read. */
    public record Read(String slug, String headline, long reads) {

        static Read of(PopularArticle popular) {
            return new Read(popular.article().slug().value(), popular.article().headline(), popular.reads());
        }
    }

    /**
     * How the paper stands.
     *
     * @param articles by state
     * @param accounts by role
     * @param requests of the replica that answers, by minute
     */
    public record Figures(
            Map<String, Long> articles,
            long waiting,
            List<Waiting> longestWaiting,
            List<Day> published,
            List<Day> registered,
            Map<String, Long> accounts,
            long writerRequests,
            long sessions,
            List<Read> readNow,
            List<Read> readToday,
            List<RequestHistory.Minute> requests,
            Instant at) {}

    @GET
    public Figures get() {
        PaperFigures figures = overview.figures();
        Map<String, Long> articles = new TreeMap<>();
        figures.articles().forEach((state, count) -> articles.put(state.name(), count));
        return new Figures(
                articles,
                figures.waiting(),
                figures.longestWaiting().stream().map(Waiting::of).toList(),
                figures.published().stream().map(Day::of).toList(),
                figures.registered().stream().map(Day::of).toList(),
                new TreeMap<>(figures.accounts()),
                figures.writerRequests(),
                figures.sessions(),
                figures.readNow().stream().map(Read::of).toList(),
                figures.readToday().stream().map(Read::of).toList(),
                history.minutes(),
                figures.at());
    }
}
