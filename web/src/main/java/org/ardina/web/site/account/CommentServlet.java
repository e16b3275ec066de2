package org.ardina.web.site.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.account.Role;
import org.ardina.article.Article;
import org.ardina.article.Slug;
import org.ardina.comment.Comment;
import org.ardina.comment.CommentId;
import org.ardina.comment.Comments;
import org.ardina.comment.Conversations;
import org.ardina.comment.Likes;
import org.ardina.comment.NewComment;
import org.ardina.comment.Reasons;
import org.ardina.problem.NotFoundException;
import org.ardina.web.site.PersonalPage;
import org.jspecify.annotations.Nullable;

/** What a reader does with one comment: answer, like and report it; and with their own: change, withdraw, appeal. */
@WebServlet("/comments/*")
@RolesAllowed(Role.READER)
public class CommentServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern BELOW = Pattern.compile("/([0-9a-f]{24})/(like|reply|report|edit|withdrawal|appeal)");
    private static final String OWN = "/account/comments";

    @Inject
    private transient Comments comments;

    @Inject
    private transient Conversations conversations;

    @Inject
    private transient Likes likes;

    /** What is to be done, and with which comment. */
    private record Target(CommentId id, String what) {

        static Target of(Visit visit) {
            Matcher matcher = BELOW.matcher(String.valueOf(visit.below()));
            if (!matcher.matches()) {
                throw new NotFoundException("page");
            }
            return new Target(new CommentId(matcher.group(1)), matcher.group(2));
        }

        String path() {
            return "/comments/" + id + '/' + what;
        }
    }

    @Override
    Answer show(Visit visit, Form form) {
        Target target = Target.of(visit);
        return switch (target.what()) {
            case "reply" ->
                page("account/comment", "comment.reply-title", visit, form, comments.visible(target.id()), "");
            case "report" ->
                page("account/report", "comment.report-title", visit, form, comments.visible(target.id()), "");
            case "edit", "withdrawal" -> {
                Comment own = comments.own(target.id());
                yield page("account/comment-edit", "comment.edit-title", visit, form, own, own.body());
            }
            case "appeal" -> page("account/appeal", "comment.appeal-title", visit, form, comments.own(target.id()), "");
            default -> new Answer.Redirect(place(conversations.comment(target.id())));
        };
    }

    @Override
    Answer submit(Visit visit, Form form) {
        Target target = Target.of(visit);
        CommentId id = target.id();
        return switch (target.what()) {
            case "reply" -> {
                Slug slug = article(comments.visible(id)).slug();
                @Nullable String key = form.value("key").isEmpty() ? null : form.value("key");
                yield written(slug, comments.write(slug, new NewComment(form.value("body"), id, key)));
            }
            case "report" -> {
                comments.report(id, Reasons.parse(form.value("reason")), form.value("detail"));
                yield DonePage.answer(
                        "comment.report-title",
                        visit.reader(),
                        "comment.reported",
                        place(conversations.comment(id)),
                        "comment.back");
            }
            case "edit" -> {
                Comment edited = comments.edit(id, form.value("body"));
                yield edited.isVisible() ? new Answer.Redirect(place(edited)) : own(id);
            }
            case "withdrawal" -> {
                comments.withdraw(id);
                yield own(id);
            }
            case "appeal" -> {
                comments.appeal(id, form.value("appeal"));
                yield own(id);
            }
            default -> {
                likes.toggle(id);
                yield new Answer.Redirect(back(visit, place(conversations.comment(id)), "c-" + id));
            }
        };
    }

    private static Answer page(String template, String title, Visit visit, Form form, Comment about, String text) {
        String path = Target.of(visit).path();
        return new Answer.Page(new PersonalPage(
                template,
                title,
                path,
                visit.reader(),
                new CommentPage(form, path, about, text, ConversationServlet.key(form))));
    }

    private static Answer own(CommentId id) {
        return new Answer.Redirect(OWN + "#c-" + id);
    }

    /** Where a new comment is seen: on its page, or if nobody else sees it, among its author's own. */
    static Answer written(Slug slug, Comment comment) {
        return switch (comment.state()) {
            case VISIBLE -> new Answer.Redirect(place(slug, comment));
            // Where its author sees it among their own.
            case SHADOWED -> new Answer.Redirect("/articles/" + slug + "#conversation");
            default -> own(comment.id());
        };
    }

    /** The page of this site that the form was on, else another. */
    static String back(Visit visit, String otherwise, String fragment) {
        String referrer = visit.request().getHeader("Referer");
        if (referrer == null) {
            return otherwise;
        }
        try {
            URI from = new URI(referrer);
            String query = from.getRawQuery();
            String path = from.getRawPath() + (query == null ? "" : '?' + query);
            return path.startsWith("/articles/") ? OwnPath.orElse(path + '#' + fragment, otherwise) : otherwise;
        } catch (URISyntaxException none) {
            return otherwise;
        }
    }

    private String place(Comment comment) {
        return place(article(comment).slug(), comment);
    }

    private static String place(Slug slug, Comment comment) {
        return "/articles/" + slug + "/comments/" + comment.id();
    }

    private Article article(Comment comment) {
        Article article = conversations.articles(List.of(comment)).get(comment.article());
        if (article == null) {
            throw new NotFoundException("article");
        }
        return article;
    }
}
