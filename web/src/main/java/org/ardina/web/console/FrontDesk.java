package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.curation.Curation;
import org.ardina.curation.FrontPageChoice;
import org.ardina.newsroom.Writing;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.search.Search;
import org.ardina.search.SearchOrder;
import org.ardina.search.SearchQuery;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** The top of the front page: what is chosen for it, and the stories that could be. */
@Named("frontDesk")
@RequestScoped
public class FrontDesk {

    private static final String DONE = "front-page-chosen";

    private static final int CANDIDATES = 20;

    @Inject
    private Curation curation;

    @Inject
    private Articles articles;

    @Inject
    private Writing writing;

    @Inject
    private Search search;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    private @Nullable FrontPageChoice choice;
    private @Nullable Page<ArticleSummary> candidates;
    private @Nullable List<Row> rows;

    /**
     * A story that is chosen.
     *
     * @param story as readers see it; absent where they do not
     */
    public record Row(
            String id, String headline, @Nullable ArticleSummary story, boolean lead, boolean first, boolean last) {}

    /** The version that the form was shown with, else the one that there is. */
    public long getVersion() {
        Long read = parameters.version();
        return read == null ? choice().version() : read;
    }

    public List<Row> getRows() {
        if (rows == null) {
            rows = chosen();
        }
        return rows;
    }

    private List<Row> chosen() {
        FrontPageChoice chosen = choice();
        Map<ArticleId, ArticleSummary> stories = articles.find(chosen.articles()).stream()
                .collect(Collectors.toMap(ArticleSummary::id, Function.identity()));
        List<Row> found = new ArrayList<>();
        if (chosen.lead() != null) {
            found.add(row(chosen.lead(), stories.get(chosen.lead()), true, false, false));
        }
        for (int i = 0; i < chosen.pins().size(); i++) {
            ArticleId pin = chosen.pins().get(i);
            found.add(
                    row(pin, stories.get(pin), false, i == 0, i == chosen.pins().size() - 1));
        }
        return found;
    }

    private Row row(ArticleId id, @Nullable ArticleSummary story, boolean lead, boolean first, boolean last) {
        String headline = story == null ? hidden(id) : story.headline();
        return new Row(id.value(), headline, story, lead, first, last);
    }

    private String hidden(ArticleId id) {
        try {
            return writing.find(id).content().headline();
        } catch (NotFoundException gone) {
            return id.value();
        }
    }

    public boolean isFull() {
        return choice().pins().size() >= FrontPageChoice.MOST_PINS;
    }

    public boolean isLedByTheNewest() {
        return choice().lead() == null;
    }

    /** The newest stories, or those with the words in the address, without those that are chosen. */
    public List<ArticleSummary> getCandidates() {
        List<ArticleId> chosen = choice().articles();
        return candidates().items().stream()
                .filter(story -> !chosen.contains(story.id()))
                .toList();
    }

    public @Nullable String getNext() {
        return parameters.next(candidates().next(), "q");
    }

    private Page<ArticleSummary> candidates() {
        if (candidates == null) {
            String words = parameters.given("q");
            candidates = parameters.list(
                    cursor -> words == null ? articles.latest(cursor, CANDIDATES) : new Page<>(found(words), null));
        }
        return candidates;
    }

    private List<ArticleSummary> found(String words) {
        return search.list(new SearchQuery(words, null, null, null, null, SearchOrder.RELEVANCE, 0, CANDIDATES))
                .articles();
    }

    /** Does what the pressed button says: what, and with which story. */
    public void act() {
        response.after(this::change, ConsolePage.FRONT.path() + "?done=" + DONE);
    }

    private void change() {
        String act = parameters.value("act");
        int space = act.indexOf(' ');
        if (space < 0 || !ArticleId.isValid(act.substring(space + 1))) {
            throw new InvalidInputException("invalid-decision", "A button says what to do, and with which story.");
        }
        ArticleId id = new ArticleId(act.substring(space + 1));
        FrontPageChoice before = choice();
        List<ArticleId> pins = new ArrayList<>(before.pins());
        int place = pins.indexOf(id);
        @Nullable ArticleId lead = before.lead();
        switch (act.substring(0, space)) {
            case "lead" -> {
                lead = id;
                pins.remove(id);
            }
            case "pin" -> {
                lead = id.equals(lead) ? null : lead;
                pins.remove(id);
                pins.add(id);
            }
            case "up" -> swap(pins, place, place - 1);
            case "down" -> swap(pins, place, place + 1);
            default -> {
                lead = id.equals(lead) ? null : lead;
                pins.remove(id);
            }
        }
        curation.choose(lead, pins, getVersion());
    }

    private static void swap(List<ArticleId> pins, int place, int other) {
        if (place >= 0 && other >= 0 && other < pins.size()) {
            Collections.swap(pins, place, other);
        }
    }

    private FrontPageChoice choice() {
        if (choice == null) {
            choice = curation.current();
        }
        return choice;
    }
}
