package org.ardina.web.site.account;

import org.ardina.comment.Comment;
import org.jspecify.annotations.Nullable;

/**
 * A page with a form that is about a comment.
 *
 * @param action the address that the form is sent to
 * @param about the comment that is answered, changed, reported or appealed; absent for one that begins a thread
 * @param text what stands in the field at first
 * @param key tells a repeated attempt from a second comment
 */
public record CommentPage(
        Form form, String action, @Nullable Comment about, String text, String key) {}
