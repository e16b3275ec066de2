package org.ardina.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.ardina.configuration.PublicAddress;

/** Remembers a language that the reader chooses, and sends them to the same page without the choice. */
@ApplicationScoped
class LanguageChoice {

    @Inject
    private PublicAddress address;

    /** Whether the request was one, and is answered with that. */
    boolean isAnswered(HttpServletRequest request, HttpServletResponse response) {
        return isAnswered(withoutChoice(request), request, response);
    }

    /** The same for a page that has more in its address. */
    boolean isAnswered(String withoutChoice, HttpServletRequest request, HttpServletResponse response) {
        Optional<InterfaceLanguage> chosen = RequestLanguage.chosen(request);
        if (chosen.isEmpty()) {
            return false;
        }
        response.addCookie(RequestLanguage.memory(chosen.get(), address.isSecure()));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", withoutChoice);
        response.setHeader("Cache-Control", "no-store");
        return true;
    }

    /** The address of the request in the language that was chosen from now on. Only a path: it cannot lead elsewhere. */
    private static String withoutChoice(HttpServletRequest request) {
        String path = request.getRequestURI().replaceAll("^/+", "/");
        if (path.equals(PopularAddress.PATH)) {
            return PopularAddress.of(request).map(PopularAddress::path).orElse(path);
        }
        String cursor = request.getParameter("cursor");
        return cursor != null && PageAddress.isCursor(cursor) ? path + "?cursor=" + cursor : path;
    }
}
