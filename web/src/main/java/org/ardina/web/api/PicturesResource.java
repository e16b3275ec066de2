package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.ardina.picture.PictureAddress;
import org.ardina.picture.Pictures;
import org.ardina.problem.InvalidInputException;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Pictures for articles. */
@Path("/pictures")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
public class PicturesResource {

    private static final String FIELD = "file";

    @Inject
    private Pictures pictures;

    /**
     * A picture that is kept.
     *
     * @param source what an article names it by
     * @param sizes of the same picture, smallest first
     */
    public record PictureAnswer(String source, int width, int height, List<SizeView> sizes) {}

    /**
     * One size.
     *
     * @param webp the same in that format, absent where the site cannot make it
     */
    public record SizeView(
            int width, String source, @Nullable String webp) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponse(responseCode = "201", description = "The picture, to be named as source of an article's picture")
    public Response upload(List<EntityPart> parts) throws IOException {
        EntityPart file = parts.stream()
                .filter(part -> FIELD.equals(part.getName()))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInputException("missing-file", "Send the picture in a multipart field named file."));
        try (InputStream content = file.getContent()) {
            PictureAddress picture = pictures.upload(content).address();
            return Response.created(URI.create(picture.path()))
                    .entity(new PictureAnswer(
                            picture.path(),
                            picture.width(),
                            picture.height(),
                            picture.widths().stream()
                                    .map(width -> new SizeView(
                                            width,
                                            picture.path(width),
                                            picture.webp() ? picture.webpPath(width) : null))
                                    .toList()))
                    .build();
        }
    }
}
