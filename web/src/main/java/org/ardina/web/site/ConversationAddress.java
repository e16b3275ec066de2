package org.ardina.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.article.Slug;
import org.ardina.comment.CommentId;
import org.ardina.comment.CommentOrder;
import org.jspecify.annotations.Nullable;

/**
 * The address of comments on an article.
 *
 * @param comment whose thread is shown, absent for all threads
 * @param page counted from 1
 */
public record ConversationAddress(Slug slug, @Nullable CommentId comment, CommentOrder order, int page) {

    /** Comments further back are found in another order. */
    static final int LAST_PAGE = 999;

    private static final Pattern PATH = Pattern.compile("/articles/([a-z0-9-]{1,96})/comments(?:/([0-9a-f]{24}))?");
    private static final Pattern NORMALISED = Pattern.compile("([^?]+)(?:\\?(?:sort=([a-z]+))?&?(?:page=([0-9]+))?)?");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    static ConversationAddress of(Slug slug) {
        return new ConversationAddress(slug, null, CommentOrder.NEWEST, 1);
    }

    /** Whether a path leads to comments. */
    static boolean isOne(String path) {
        return path.startsWith("/articles/") && path.indexOf('/', "/articles/".length()) > 0;
    }

    /** The address as part of a page's key, without what makes no difference; null if no page can be there. */
    static @Nullable String normalise(String path, HttpServletRequest request) {
        String page = request.getQueryString() == null ? null : request.getParameter("page");
        String sort = request.getQueryString() == null ? null : request.getParameter("sort");
        return normalise(path, sort, page);
    }

    static @Nullable String normalise(String path, @Nullable String sort, @Nullable String page) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches() || !Slug.isValid(matcher.group(1))) {
            return null;
        }
        if (page != null && !NUMBER.matcher(page).matches()) {
            return null;
        }
        String comment = matcher.group(2);
        CommentOrder order = sort == null ? CommentOrder.NEWEST : order(sort);
        return order == null
                ? null
                : new ConversationAddress(
                                new Slug(matcher.group(1)),
                                comment == null ? null : new CommentId(comment),
                                comment == null ? order : CommentOrder.NEWEST,
                                page == null ? 1 : Integer.parseInt(page))
                        .path();
    }

    /** Takes apart what {@link #normalise} made. */
    static ConversationAddress parse(String normalised) {
        Matcher parts = NORMALISED.matcher(normalised);
        Matcher path = PATH.matcher(parts.matches() ? parts.group(1) : "");
        if (!path.matches()) {
            throw new IllegalArgumentException("Not the address of comments: " + normalised);
        }
        CommentOrder order = parts.group(2) == null ? null : order(parts.group(2));
        return new ConversationAddress(
                new Slug(path.group(1)),
                path.group(2) == null ? null : new CommentId(path.group(2)),
                order == null ? CommentOrder.NEWEST : order,
                parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3)));
    }

    /** The address within the site. */
    public String path() {
        StringBuilder path = new StringBuilder("/articles/").append(slug).append("/comments");
        if (comment != null) {
            path.append('/').append(comment);
        }
        char separator = '?';
        if (order != CommentOrder.NEWEST) {
            path.append(separator).append("sort=").append(name(order));
            separator = '&';
        }
        if (page > 1) {
            path.append(separator).append("page=").append(page);
        }
        return path.toString();
    }

    /** Another page of the same list. */
    public ConversationAddress withPage(int other) {
        return new ConversationAddress(slug, comment, order, other);
    }

    /** The same list in another order, from its beginning. */
    public ConversationAddress withOrder(CommentOrder other) {
        return new ConversationAddress(slug, comment, other, 1);
    }

    /** The part of a text's key that tells an order. */
    public static String name(CommentOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable CommentOrder order(String name) {
        for (CommentOrder order : CommentOrder.values()) {
            if (name(order).equals(name)) {
                return order;
            }
        }
        return null;
    }
}
