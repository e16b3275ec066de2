package org.ardina.web.site.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.time.Instant;
import java.util.regex.Pattern;
import org.ardina.account.Role;
import org.ardina.comment.Comment;
import org.ardina.comment.Comments;
import org.ardina.comment.Conversations;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.ardina.web.site.PersonalPage;

/** Somebody's own comments: what became of each, why, and what can still be done. */
@WebServlet("/account/comments")
@RolesAllowed(Role.READER)
public class OwnCommentsServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String PATH = "/account/comments";
    private static final int PAGE = 20;
    private static final Pattern TIME = Pattern.compile("[0-9]{1,15}");

    @Inject
    private transient Comments comments;

    @Inject
    private transient Conversations conversations;

    @Override
    Answer show(Visit visit, Form form) {
        String before = visit.parameter("before");
        Page<Comment> page = comments.mine(
                TIME.matcher(before).matches() ? Instant.ofEpochMilli(Long.parseLong(before)) : null, PAGE);
        return new Answer.Page(new PersonalPage(
                "account/comments",
                "own-comments.title",
                PATH,
                visit.reader(),
                new OwnCommentsPage(
                        form, page.items(), conversations.articles(page.items()), page.next(), Instant.now())));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        throw new NotFoundException("page");
    }
}
