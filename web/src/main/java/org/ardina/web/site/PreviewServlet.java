package org.ardina.web.site;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.configuration.PublicAddress;
import org.ardina.newsroom.Previews;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.NotFoundException;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Articles before they are published: at {@code /preview/articles/{id}} for those who work on them, at
 * {@code /preview/{token}} for whoever was given such a link. No cache and no search engine keeps them.
 */
@PermitAll
@WebServlet("/preview/*")
public class PreviewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String OWN = "/articles/";
    private static final Pattern TOKEN = Pattern.compile("/[A-Za-z0-9_-]{43}");

    @Inject
    private transient Previews previews;

    @Inject
    private transient Topics topics;

    @Inject
    private transient PublicAddress site;

    @Inject
    private transient Notices notices;

    private transient Pages pages;

    @Override
    public void init() {
        pages = new Pages(site.uri());
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        InterfaceLanguage language = RequestLanguage.of(request);
        response.setHeader("X-Robots-Tag", "noindex");
        // The address is a secret, which other sites would learn from whoever follows a link.
        response.setHeader("Referrer-Policy", "no-referrer");
        try {
            Article article = find(request.getPathInfo());
            byte[] html = pages.preview(new ArticlePage(topics.list(), article, List.of(), null, 0), language)
                    .bytes();
            response.setContentType(ReaderPages.HTML);
            response.setHeader("Cache-Control", "private, no-store");
            response.setContentLength(html.length);
            if (!"HEAD".equals(request.getMethod())) {
                response.getOutputStream().write(html);
            }
        } catch (NotFoundException | ForbiddenException | EJBAccessException notForThem) {
            notices.write(Notice.NOT_FOUND, language, request, response);
        } catch (RuntimeException failure) {
            notices.writeFailure("A preview", failure, language, request, response);
        }
    }

    private Article find(@Nullable String path) {
        if (path != null && path.startsWith(OWN) && ArticleId.isValid(path.substring(OWN.length()))) {
            return previews.of(new ArticleId(path.substring(OWN.length())));
        }
        if (path == null || !TOKEN.matcher(path).matches()) {
            throw new NotFoundException("preview");
        }
        return previews.open(path.substring(1));
    }
}
