package org.ardina.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of an article's texts one is, and how it came to be.
 *
 * @param number of the text among all of the article, from 1
 * @param account the id of the account that wrote it; absent for an imported one
 * @param name of whoever wrote it, empty for nobody known
 */
public record Edit(int number, @Nullable String account, String name, Instant at) {

    /** The text that an article came with. */
    static Edit first(Instant at) {
        return new Edit(1, null, "", at);
    }
}
