package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.ardina.article.Slug;
import org.ardina.comment.Likes;
import org.ardina.problem.NotFoundException;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Whether the caller likes an article. */
@Path("/articles/{slug}/like")
@ApplicationScoped
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
public class ArticleLikeResource {

    @Inject
    private Likes likes;

    @PUT
    public LikeView like(@PathParam("slug") String slug) {
        return LikeView.of(likes.article(valid(slug), true));
    }

    @DELETE
    public LikeView unlike(@PathParam("slug") String slug) {
        return LikeView.of(likes.article(valid(slug), false));
    }

    private static Slug valid(String slug) {
        if (!Slug.isValid(slug)) {
            throw new NotFoundException("article");
        }
        return new Slug(slug);
    }
}
