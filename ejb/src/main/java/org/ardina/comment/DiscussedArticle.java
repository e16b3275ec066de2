package org.ardina.comment;

import org.ardina.article.Article;

/** An article and its conversation, whose numbers may be those of a second ago. */
record DiscussedArticle(Article article, Conversation conversation) {}
