package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/**
 * What the address or the form of a page says. Which rows a table shows is always in its address: it can be kept, sent to
 * a colleague and opened with any replica, and no replica has to remember it.
 */
@Named("sent")
@RequestScoped
public class ConsoleParameters {

    /** The rows of a table. */
    static final int ROWS = 50;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ConsoleFrame frame;

    @Inject
    private ConsoleTexts texts;

    /** A parameter; absent where it is missing or blank. */
    @Nullable String given(String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A parameter, empty where it is missing. */
    public String value(String name) {
        String value = given(name);
        return value == null ? "" : value;
    }

    public boolean is(String name, String value) {
        return value.equals(value(name));
    }

    /** All values of a parameter that may be there several times, in their order. */
    List<String> values(String name) {
        String @Nullable [] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /**
     * The article that the address or the form names.
     *
     * @throws NotFoundException if that is none
     */
    ArticleId article() {
        String id = value("id");
        if (!ArticleId.isValid(id)) {
            throw new NotFoundException("article");
        }
        return new ArticleId(id);
    }

    /** The state in the address; absent for all. */
    @Nullable ArticleState state() {
        String name = value("state");
        return Arrays.stream(ArticleState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The version of an article that the form was shown with; absent where it says none. */
    @Nullable Long version() {
        String text = value("version");
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /** A part of a list, from the cursor in the address on; what is wrong with the address is told. */
    <T> Page<T> list(Function<@Nullable String, Page<T>> source) {
        try {
            return source.apply(given("cursor"));
        } catch (InvalidInputException wrong) {
            frame.tell(texts.problem(wrong.code(), wrong.getMessage()));
            return new Page<>(List.of(), null);
        }
    }

    /** The address of the following part, with the same search. */
    @Nullable String next(@Nullable String cursor, String... kept) {
        if (cursor == null) {
            return null;
        }
        return with(frame.getPath() + "?cursor=" + encoded(cursor), kept);
    }

    /** An address that has a query, with what these parameters say added to it. */
    String with(String path, String... kept) {
        StringBuilder address = new StringBuilder(path);
        for (String name : kept) {
            String value = given(name);
            if (value != null) {
                address.append('&').append(name).append('=').append(encoded(value));
            }
        }
        return address.toString();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
