package org.ardina.web.site;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.ardina.picture.PictureFile;
import org.ardina.picture.Pictures;
import org.jspecify.annotations.Nullable;

/** Pictures of articles. A name stands for the same bytes for ever, so that caches may keep them. */
@PermitAll
@WebServlet(Pictures.PATH + "*")
public class MediaServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    private transient Pictures pictures;

    @Inject
    private transient Notices notices;

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        @Nullable String path = request.getPathInfo();
        String name = path == null || path.isEmpty() ? "" : path.substring(1);
        try {
            Optional<PictureFile> file = pictures.open(name);
            if (file.isPresent()) {
                write(name, file.get(), request, response);
            } else {
                notices.write(Notice.NOT_FOUND, RequestLanguage.of(request), request, response);
            }
        } catch (RuntimeException failure) {
            notices.writeFailure("A picture", failure, RequestLanguage.of(request), request, response);
        }
    }

    private static void write(String name, PictureFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = '"' + name + '"';
        response.setHeader("Cache-Control", FOR_EVER);
        response.setHeader("ETag", tag);
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.mediaType());
        response.setContentLength(file.bytes().length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(file.bytes());
        }
    }
}
