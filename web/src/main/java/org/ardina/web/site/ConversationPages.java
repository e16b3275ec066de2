package org.ardina.web.site;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ardina.article.Article;
import org.ardina.article.Articles;
import org.ardina.cache.PageContent;
import org.ardina.cache.PageTags;
import org.ardina.comment.Comment;
import org.ardina.comment.CommentId;
import org.ardina.comment.CommentThread;
import org.ardina.comment.Conversation;
import org.ardina.comment.Conversations;
import org.ardina.configuration.PublicAddress;
import org.ardina.problem.NotFoundException;
import org.ardina.topic.Topics;

/** Renders what readers say about articles. */
@ApplicationScoped
class ConversationPages {

    private static final int THREADS = 8;
    private static final int THREADS_UNDER_ARTICLE = 5;
    private static final int COMMENTS_OF_THREAD = 3;
    private static final int REPLIES_OF_THREAD = 50;

    @Inject
    private Articles articles;

    @Inject
    private Conversations conversations;

    @Inject
    private Topics topics;

    @Inject
    private PublicAddress address;

    private Pages pages;

    @PostConstruct
    void prepare() {
        pages = new Pages(address.uri());
    }

    /** What the page of an article shows. */
    ConversationPart underArticle(Article article) {
        return threads(article, ConversationAddress.of(article.slug()), THREADS_UNDER_ARTICLE);
    }

    /** A page of comments. */
    PageContent render(ConversationAddress asked, InterfaceLanguage language) {
        Optional<Article> found = articles.find(asked.slug());
        if (found.isEmpty()) {
            return PageContent.notFound(List.of(PageTags.slug(asked.slug().value())));
        }
        Article article = found.get();
        List<String> tags = List.of(
                PageTags.article(article.id().value()),
                PageTags.conversation(article.id().value()),
                PageTags.NAVIGATION);
        if (!article.slug().equals(asked.slug())) {
            return PageContent.moved(
                    new ConversationAddress(article.slug(), asked.comment(), asked.order(), asked.page()).path(), tags);
        }
        CommentId comment = asked.comment();
        if (comment == null) {
            ConversationPart part = threads(article, asked, THREADS);
            return part.threads().isEmpty() && asked.page() > 1
                    ? PageContent.notFound(tags)
                    : page(article, part, language, tags);
        }
        try {
            return thread(article, asked, conversations.comment(article.id(), comment), language, tags);
        } catch (NotFoundException none) {
            return PageContent.notFound(tags);
        }
    }

    private ConversationPart threads(Article article, ConversationAddress asked, int most) {
        Conversation conversation = conversations.find(article.id());
        List<CommentThread> threads = conversation.isUntouched()
                ? List.of()
                : conversations.threads(
                        article.id(), asked.order(), (asked.page() - 1) * THREADS, most, most * COMMENTS_OF_THREAD);
        return new ConversationPart(
                asked,
                conversation,
                conversations.isOpen(article, conversation),
                threads.subList(0, Math.min(most, threads.size())),
                threads.size() > most && asked.page() < ConversationAddress.LAST_PAGE);
    }

    /** The thread of a comment; the address of a reply leads to its place there. */
    private PageContent thread(
            Article article,
            ConversationAddress asked,
            Comment comment,
            InterfaceLanguage language,
            List<String> tags) {
        if (comment.place().depth() > 0) {
            int page = (int)
                    Math.min(conversations.countBefore(comment) / REPLIES_OF_THREAD + 1, ConversationAddress.LAST_PAGE);
            String thread = new ConversationAddress(asked.slug(), comment.thread(), asked.order(), page).path();
            return PageContent.moved(thread + "#c-" + comment.id(), tags);
        }
        Conversation conversation = conversations.find(article.id());
        CommentThread thread = conversations.thread(comment, (asked.page() - 1) * REPLIES_OF_THREAD, REPLIES_OF_THREAD);
        boolean more = thread.replies().size() > REPLIES_OF_THREAD;
        if (thread.replies().isEmpty() && asked.page() > 1) {
            return PageContent.notFound(tags);
        }
        CommentThread shown = new CommentThread(
                comment,
                thread.replies()
                        .subList(0, Math.min(REPLIES_OF_THREAD, thread.replies().size())));
        ConversationPart part = new ConversationPart(
                asked,
                conversation,
                conversations.isOpen(article, conversation),
                List.of(shown),
                more && asked.page() < ConversationAddress.LAST_PAGE);
        return page(article, part, language, tags);
    }

    private PageContent page(Article article, ConversationPart part, InterfaceLanguage language, List<String> tags) {
        Html html = pages.conversation(new ConversationPage(topics.list(), article, part), language);
        return PageContent.page(ReaderPages.HTML, html.bytes(), html.holes(), tags);
    }
}
