package org.ardina.web.api;

import jakarta.enterprise.context.RequestScoped;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.ardina.article.Article;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.article.Slug;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** Published articles. */
@Path("/articles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {

    private static final Set<String> PARAMETERS = Set.of("topic", "author", "limit", "cursor");

    @Inject
    private Articles articles;

    @Context
    private UriInfo address;

    @GET
    public ListAnswer<ArticleView> list(
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("author") @Nullable String author,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) int limit) {
        Set<String> unknown = new TreeSet<>(address.getQueryParameters().keySet());
        unknown.removeAll(PARAMETERS);
        if (!unknown.isEmpty() || (topic != null && author != null)) {
            throw new InvalidInputException(
                    "unsupported-parameter",
                    "This list takes limit, cursor and one of topic and author"
                            + (unknown.isEmpty() ? "." : ", not " + String.join(", ", unknown) + "."));
        }
        return ListAnswer.of(page(topic, author, cursor, limit), ArticleView::of);
    }

    private Page<ArticleSummary> page(
            @Nullable String topic, @Nullable String author, @Nullable String cursor, int limit) {
        if (topic != null) {
            return articles.latestInTopic(slug(topic, "topic"), cursor, limit);
        }
        return author == null
                ? articles.latest(cursor, limit)
                : articles.latestByAuthor(slug(author, "author"), cursor, limit);
    }

    @GET
    @Path("/{slug}")
    public Response get(@PathParam("slug") String slug, @Context Request request) {
        Article article = articles.find(slug(slug, "article")).orElseThrow(() -> new NotFoundException("article"));
        if (!article.slug().value().equals(slug)) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(address.getBaseUriBuilder()
                            .path(ArticlesResource.class)
                            .path(article.slug().value())
                            .build())
                    .build();
        }
        EntityTag tag = new EntityTag(article.id() + "-" + article.version());
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Instant publishedAt = article.publishedAt();
        if (unchanged != null || publishedAt == null) {
            return unchanged == null
                    ? Response.status(Response.Status.NOT_FOUND).build()
                    : unchanged.build();
        }
        return Response.ok(ArticleView.of(article, publishedAt)).tag(tag).build();
    }

    private static Slug slug(String text, String what) {
        if (!Slug.isValid(text)) {
            throw new NotFoundException(what);
        }
        return new Slug(text);
    }
}
