package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.account.Role;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.article.Manuscript;
import org.ardina.article.Slug;
import org.ardina.comment.Conversation;
import org.ardina.comment.Conversations;
import org.ardina.newsroom.Writing;
import org.ardina.popularity.Period;
import org.ardina.popularity.PopularArticle;
import org.ardina.popularity.Popularity;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.search.FoundArticles;
import org.ardina.search.Search;
import org.ardina.search.SearchOrder;
import org.ardina.search.SearchQuery;
import org.ardina.store.Page;
import org.ardina.store.StoreFailure;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Published articles. */
@Path("/articles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {

    private static final Set<String> PARAMETERS =
            Set.of("q", "topic", "author", "from", "to", "sort", "period", "limit", "cursor");

    /** Cursors of searches are this and how many articles come before. */
    private static final Pattern SEARCH_CURSOR = Pattern.compile("s([0-9]{1,6})");

    @Inject
    private Articles articles;

    @Inject
    private Search search;

    @Inject
    private Topics topics;

    @Inject
    private Conversations conversations;

    @Inject
    private Writing writing;

    @Inject
    private Popularity popularity;

    @Context
    private SecurityContext security;

    @Context
    private UriInfo address;

    @GET
    public ListAnswer<ArticleView> list(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("topic") @Nullable String section,
            @QueryParam("author") @Nullable String author,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("period") @Nullable String period,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) int limit) {
        Set<String> unknown = new TreeSet<>(address.getQueryParameters().keySet());
        unknown.removeAll(PARAMETERS);
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(
                    "unsupported-parameter",
                    "This list takes q, topic, author, from, to, sort, period, limit and cursor, not "
                            + String.join(", ", unknown) + ".");
        }
        String topic = current(section);
        if ("popular".equals(sort) || period != null) {
            if (!"popular".equals(sort) || !text.isBlank() || author != null || from != null || to != null) {
                throw new InvalidInputException(
                        "unsupported-parameter", "sort=popular takes period and topic; period is for nothing else.");
            }
            return shown(popular(period, topic, cursor, limit));
        }
        SearchOrder order = order(sort, text);
        boolean searched = !text.isBlank() || from != null || to != null || (topic != null && author != null);
        Page<ArticleSummary> page = searched
                ? found(new SearchQuery(
                        text,
                        topic == null ? null : slug(topic, "topic"),
                        author == null ? null : slug(author, "author"),
                        SearchQuery.day(from),
                        SearchQuery.day(to),
                        order,
                        offset(cursor),
                        limit))
                : latest(topic, author, cursor, limit);
        return shown(page);
    }

    /** The topic to which an address leads that was another one's; unchanged while MongoDB is away. */
    private @Nullable String current(@Nullable String topic) {
        if (topic == null || !Slug.isValid(topic)) {
            return topic;
        }
        try {
            return topics.target(new Slug(topic)).map(Slug::value).orElse(topic);
        } catch (RuntimeException failure) {
            if (StoreFailure.isCauseOf(failure)) {
                return topic;
            }
            throw failure;
        }
    }

    private ListAnswer<ArticleView> shown(Page<ArticleSummary> page) {
        Map<ArticleId, Long> views = views(page);
        return ListAnswer.of(
                page, article -> ArticleView.of(article, views == null ? null : views.getOrDefault(article.id(), 0L)));
    }

    /** How often articles were read; null while MongoDB is away, as the search needs none. */
    private @Nullable Map<ArticleId, Long> views(Page<ArticleSummary> page) {
        try {
            return popularity.views(
                    page.items().stream().map(ArticleSummary::id).toList());
        } catch (RuntimeException failure) {
            if (StoreFailure.isCauseOf(failure)) {
                return null;
            }
            throw failure;
        }
    }

    private Page<ArticleSummary> popular(
            @Nullable String period, @Nullable String topic, @Nullable String cursor, int limit) {
        Period known = period == null
                ? Period.DAY
                : Period.of(period)
                        .orElseThrow(() -> new InvalidInputException(
                                "unsupported-parameter", "The period is hour, day, week or month."));
        Page<PopularArticle> page = popularity.list(known, topic == null ? null : slug(topic, "topic"), cursor, limit);
        return new Page<>(page.items().stream().map(PopularArticle::article).toList(), page.next());
    }

    private Page<ArticleSummary> latest(
            @Nullable String topic, @Nullable String author, @Nullable String cursor, int limit) {
        if (topic != null) {
            return articles.latestInTopic(slug(topic, "topic"), cursor, limit);
        }
        return author == null
                ? articles.latest(cursor, limit)
                : articles.latestByAuthor(slug(author, "author"), cursor, limit);
    }

    private Page<ArticleSummary> found(SearchQuery query) {
        FoundArticles found = search.list(query);
        int next = query.offset() + query.limit();
        boolean more = found.total() > next && next + query.limit() <= SearchQuery.DEEPEST;
        return new Page<>(found.articles(), more ? "s" + next : null);
    }

    private static SearchOrder order(@Nullable String sort, String text) {
        if (sort == null) {
            return text.isBlank() ? SearchOrder.LATEST : SearchOrder.RELEVANCE;
        }
        return switch (sort) {
            case "latest" -> SearchOrder.LATEST;
            case "relevance" -> SearchOrder.RELEVANCE;
            default ->
                throw new InvalidInputException(
                        "unsupported-parameter", "This list is sorted by latest, popular or relevance.");
        };
    }

    private static int offset(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        Matcher matcher = SEARCH_CURSOR.matcher(cursor);
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    "invalid-cursor", "The cursor is not one that a list gave out; begin again without it.");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** A published article by its slug; for its writers also one that is not, by its slug or id. */
    @GET
    @Path("/{slug}")
    public Response get(@PathParam("slug") String slug, @Context Request request) {
        Optional<Article> published = articles.find(slug(slug, "article"));
        if (published.isEmpty()) {
            if (!security.isUserInRole(Role.WRITER)) {
                throw new NotFoundException("article");
            }
            Manuscript manuscript =
                    ArticleId.isValid(slug) ? writing.find(new ArticleId(slug)) : writing.find(new Slug(slug));
            return ManuscriptsResource.answer(Response.ok(), manuscript);
        }
        Article article = published.get();
        if (!article.slug().value().equals(slug)) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(address.getBaseUriBuilder()
                            .path(ArticlesResource.class)
                            .path(article.slug().value())
                            .build())
                    .build();
        }
        Conversation conversation = conversations.find(article.id());
        long views = popularity.views(article.id());
        EntityTag tag = ArticleVersion.tag(article.id(), article.version(), conversation.version(), views);
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Instant publishedAt = article.publishedAt();
        if (unchanged != null || publishedAt == null) {
            return unchanged == null
                    ? Response.status(Response.Status.NOT_FOUND).build()
                    : unchanged.build();
        }
        return Response.ok(ArticleView.of(article, publishedAt, conversation, views))
                .tag(tag)
                .build();
    }

    private static Slug slug(String text, String what) {
        if (!Slug.isValid(text)) {
            throw new NotFoundException(what);
        }
        return new Slug(text);
    }
}
