package org.ardina.web.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language in which a request is answered: the reader's choice, else what their browser prefers, else English. */
public final class RequestLanguage {

    static final String PARAMETER = "lang";

    private static final String COOKIE = "lang";
    private static final int YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

    /** What values of Accept-Language prefer: browsers send few different ones. */
    private static final Cache<String, InterfaceLanguage> PREFERRED =
            Caffeine.newBuilder().maximumSize(1000).build();

    private RequestLanguage() {}

    public static InterfaceLanguage of(HttpServletRequest request) {
        return request.getHeader("Cookie") == null
                ? preferred(request)
                : remembered(request).orElseGet(() -> preferred(request));
    }

    private static InterfaceLanguage preferred(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null) {
            return InterfaceLanguage.ENGLISH;
        }
        InterfaceLanguage known = PREFERRED.getIfPresent(header);
        if (known == null) {
            known = Collections.list(request.getLocales()).stream()
                    .map(Locale::toLanguageTag)
                    .flatMap(tag -> InterfaceLanguage.of(tag).stream())
                    .findFirst()
                    .orElse(InterfaceLanguage.ENGLISH);
            PREFERRED.put(header, known);
        }
        return known;
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
