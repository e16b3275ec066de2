package org.ardina.web.site.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.account.Role;
import org.ardina.article.Slug;
import org.ardina.comment.Comment;
import org.ardina.comment.Comments;
import org.ardina.comment.Likes;
import org.ardina.comment.NewComment;
import org.ardina.problem.NotFoundException;
import org.ardina.web.site.PersonalPage;
import org.jspecify.annotations.Nullable;

/** Taking part in the conversation about an article: liking it, beginning a thread. */
@WebServlet("/conversation/*")
@RolesAllowed(Role.READER)
public class ConversationServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern BELOW = Pattern.compile("/([a-z0-9-]{1,96})/(comment|like)");
    private static final String LIKE = "like";

    @Inject
    private transient Comments comments;

    @Inject
    private transient Likes likes;

    /** What is to be done, and with which article. */
    private record Target(Slug slug, String what) {

        static Target of(Visit visit) {
            Matcher matcher = BELOW.matcher(String.valueOf(visit.below()));
            if (!matcher.matches() || !Slug.isValid(matcher.group(1))) {
                throw new NotFoundException("page");
            }
            return new Target(new Slug(matcher.group(1)), matcher.group(2));
        }

        String article() {
            return "/articles/" + slug;
        }
    }

    @Override
    Answer show(Visit visit, Form form) {
        Target target = Target.of(visit);
        if (target.what().equals(LIKE) && form.problem() == null) {
            return new Answer.Redirect(target.article() + "#conversation");
        }
        String action = "/conversation/" + target.slug() + "/comment";
        return new Answer.Page(new PersonalPage(
                "account/comment",
                "comment.write",
                action,
                visit.reader(),
                new CommentPage(form, action, null, "", key(form))));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        Target target = Target.of(visit);
        if (target.what().equals(LIKE)) {
            likes.article(target.slug(), !form.value("liked").equals("false"));
            return new Answer.Redirect(CommentServlet.back(visit, target.article(), "conversation"));
        }
        @Nullable String key = form.value("key").isEmpty() ? null : form.value("key");
        Comment comment = comments.write(target.slug(), new NewComment(form.value("body"), null, key));
        return CommentServlet.written(target.slug(), comment);
    }

    /** The key of a form that is shown again, else a new one. */
    static String key(Form form) {
        return form.value("key").isEmpty() ? UUID.randomUUID().toString() : form.value("key");
    }
}
