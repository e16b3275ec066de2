package org.ardina.web.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import org.ardina.cache.PageAnswer;
import org.ardina.cache.PageCache;
import org.ardina.cache.PageKey;
import org.jspecify.annotations.Nullable;

/** Finds what an address is answered with: its page, or the page that says that nothing is there. */
@Dependent
class Replies {

    private final PageCache cache;
    private final ReaderPages pages;

    @Inject
    Replies(PageCache cache, ReaderPages pages) {
        this.cache = cache;
        this.pages = pages;
    }

    /**
     * The reply if all of it is in this process, else null.
     *
     * @param address normalised; null where no page can be
     */
    @Nullable Reply near(@Nullable String address, InterfaceLanguage language) {
        if (address == null) {
            return nothingNear(CacheStatus.NO_SUCH_ADDRESS, language);
        }
        PageAnswer answer = cache.near(key(address, language), pages);
        if (answer == null) {
            return null;
        }
        return isThere(answer) ? new Reply(answer, null) : nothingNear(cacheStatus(answer), language);
    }

    private @Nullable Reply nothingNear(String cacheStatus, InterfaceLanguage language) {
        PageAnswer page = cache.near(key(PageAddress.NOT_FOUND, language), pages);
        return page == null ? null : new Reply(page, cacheStatus);
    }

    /** The reply to come, where {@link #near} has none. */
    CompletableFuture<Reply> fetch(@Nullable String address, InterfaceLanguage language) {
        return address == null
                ? nothing(CacheStatus.NO_SUCH_ADDRESS, language)
                : ask(key(address, language))
                        .thenCompose(answer -> isThere(answer)
                                ? CompletableFuture.completedFuture(new Reply(answer, null))
                                : nothing(cacheStatus(answer), language));
    }

    private CompletableFuture<Reply> nothing(String cacheStatus, InterfaceLanguage language) {
        return ask(key(PageAddress.NOT_FOUND, language)).thenApply(page -> new Reply(page, cacheStatus));
    }

    private CompletableFuture<PageAnswer> ask(PageKey key) {
        PageAnswer near = cache.near(key, pages);
        return near == null ? cache.fetch(key, pages) : CompletableFuture.completedFuture(near);
    }

    private static boolean isThere(PageAnswer answer) {
        return answer.page().status() != HttpServletResponse.SC_NOT_FOUND;
    }

    private static String cacheStatus(PageAnswer answer) {
        return CacheStatus.of(answer, System.currentTimeMillis());
    }

    private static PageKey key(String address, InterfaceLanguage language) {
        return new PageKey(address, language.tag(), PageKey.WORLD);
    }
}
