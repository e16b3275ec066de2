package org.ardina.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.ardina.article.Slug;
import org.ardina.problem.InvalidInputException;
import org.ardina.search.SearchOrder;
import org.ardina.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page of search results, taken apart. What is wrong in it is found when it becomes a {@link #query}.
 *
 * @param topic a slug; empty for all
 * @param author a username; empty for all
 * @param from a day; empty for the first
 * @param to a day; empty for the last
 * @param page as it was written; empty for the first
 */
public record SearchAddress(String text, String topic, String author, String from, String to, String page) {

    static final String PATH = "/search";
    static final int RESULTS_ON_A_PAGE = 10;

    /** Longer than any value that is right, other than the text. */
    private static final int LONGEST = 100;

    private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern LARGE_NUMBER = Pattern.compile("[1-9][0-9]*");

    static SearchAddress of(HttpServletRequest request) {
        return new SearchAddress(
                value(request, "q", 2 * SearchQuery.LONGEST_TEXT),
                value(request, "topic", LONGEST),
                value(request, "author", LONGEST),
                value(request, "from", LONGEST),
                value(request, "to", LONGEST),
                value(request, "page", LONGEST));
    }

    private static String value(HttpServletRequest request, String name, int longest) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.substring(0, Math.min(value.length(), longest)).strip();
    }

    /**
     * What is searched for.
     *
     * @throws InvalidInputException if something in the address is wrong
     */
    SearchQuery query() {
        return new SearchQuery(
                text,
                slug(topic),
                slug(author),
                SearchQuery.day(from),
                SearchQuery.day(to),
                SearchOrder.RELEVANCE,
                (number() - 1) * RESULTS_ON_A_PAGE,
                RESULTS_ON_A_PAGE);
    }

    /** The same with the text as it is searched for, and without what makes no difference. */
    SearchAddress normalised(SearchQuery query) {
        return new SearchAddress(query.text(), topic, author, from, to, number() == 1 ? "" : page);
    }

    /** Which part of the results this is, from 1; an impossible one is the first. */
    public int number() {
        if (page.isEmpty()) {
            return 1;
        }
        if (!PAGE_NUMBER.matcher(page).matches()) {
            if (LARGE_NUMBER.matcher(page).matches()) {
                return Integer.MAX_VALUE / RESULTS_ON_A_PAGE;
            }
            throw new InvalidInputException("invalid-page", "A page is a number from 1 on.");
        }
        return Math.min(Integer.parseInt(page), Integer.MAX_VALUE / RESULTS_ON_A_PAGE);
    }

    public SearchAddress withText(String other) {
        return new SearchAddress(other, topic, author, from, to, "");
    }

    public SearchAddress withTopic(String other) {
        return new SearchAddress(text, other, author, from, to, "");
    }

    public SearchAddress withAuthor(String other) {
        return new SearchAddress(text, topic, other, from, to, "");
    }

    public SearchAddress withDays(String first, String last) {
        return new SearchAddress(text, topic, author, first, last, "");
    }

    public SearchAddress within(YearMonth month) {
        return withDays(month.atDay(1).toString(), month.atEndOfMonth().toString());
    }

    public SearchAddress withPage(int number) {
        return new SearchAddress(text, topic, author, from, to, Integer.toString(number));
    }

    /** The address within the site. */
    public String path() {
        StringBuilder path = new StringBuilder(PATH);
        add("q", text, path);
        add("topic", topic, path);
        add("author", author, path);
        add("from", from, path);
        add("to", to, path);
        add("page", page, path);
        return path.toString();
    }

    private static void add(String name, String value, StringBuilder path) {
        if (!value.isEmpty()) {
            path.append(path.length() == PATH.length() ? '?' : '&').append(name).append('=');
            path.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static @Nullable Slug slug(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!Slug.isValid(text)) {
            throw new InvalidInputException(
                    "invalid-slug", "There is no topic and no author of that name. Leave it out to search all.");
        }
        return new Slug(text);
    }
}
