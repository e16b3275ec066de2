package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ardina.importing.ImportStatus;
import org.ardina.importing.Imports;
import org.ardina.problem.InvalidInputException;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Imports of articles from other systems. */
@Path("/imports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
public class ImportsResource {

    private static final int LONGEST_FIELD = 100;
    private static final int LONGEST_NAME = 200;

    @Inject
    private Imports imports;

    public record Started(String id) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response start(List<EntityPart> parts, @Context UriInfo address) throws IOException {
        imports.requireAllowed();
        EntityPart file = part(parts, "file")
                .orElseThrow(() ->
                        new InvalidInputException("missing-file", "Send the export in a multipart field named file."));
        String name = file.getFileName().orElse("upload");
        String id;
        try (InputStream content = file.getContent()) {
            id = imports.start(
                    name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                    field(parts, "format"),
                    "true".equals(field(parts, "dryRun")),
                    content);
        }
        return Response.accepted(new Started(id))
                .location(address.getAbsolutePathBuilder().path(id).build())
                .build();
    }

    @GET
    @Path("/{id}")
    public ImportView get(
            @PathParam("id") String id,
            @QueryParam("problems") @Nullable String problemsCursor,
            @QueryParam("notes") @Nullable String notesCursor) {
        ImportStatus status = imports.find(id);
        return ImportView.of(
                status,
                imports.problems(id, problemsCursor, Imports.MAXIMUM_PROBLEMS),
                imports.notes(id, notesCursor, Imports.MAXIMUM_PROBLEMS));
    }

    private static Optional<EntityPart> part(List<EntityPart> parts, String name) {
        return parts.stream().filter(part -> name.equals(part.getName())).findFirst();
    }

    private static @Nullable String field(List<EntityPart> parts, String name) throws IOException {
        Optional<EntityPart> part = part(parts, name);
        if (part.isEmpty()) {
            return null;
        }
        try (InputStream content = part.get().getContent()) {
            String value = new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
            return value.isBlank() ? null : value.strip();
        }
    }
}
