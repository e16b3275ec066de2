package org.ardina.web.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language in which a request is answered: the reader's choice, else what their browser prefers, else English. */
final class RequestLanguage {

    static final String PARAMETER = "lang";

    private static final String COOKIE = "lang";
    private static final int YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

    private RequestLanguage() {}

    static InterfaceLanguage of(HttpServletRequest request) {
        return remembered(request)
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(Locale::toLanguageTag)
                        .flatMap(tag -> InterfaceLanguage.of(tag).stream())
                        .findFirst())
                .orElse(InterfaceLanguage.ENGLISH);
    }

    /** The language that the reader chooses with this request. */
    static Optional<InterfaceLanguage> chosen(HttpServletRequest request) {
        String chosen = request.getParameter(PARAMETER);
        return chosen == null ? Optional.empty() : InterfaceLanguage.of(chosen);
    }

    /** A cookie that remembers a choice for a year; readers who choose nothing get none. */
    static Cookie memory(InterfaceLanguage language, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, language.tag());
        cookie.setPath("/");
        cookie.setMaxAge(YEAR_IN_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Optional<InterfaceLanguage> remembered(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return InterfaceLanguage.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
