package org.ardina.newsroom;

import java.time.Instant;
import java.util.List;
import org.ardina.article.LifeCycleStep;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator decides about an article.
 *
 * @param note for its writers
 * @param passages what there is to say about single passages
 * @param publishAt from when on readers may see what is approved; absent for at once
 */
public record Verdict(
        LifeCycleStep step,
        @Nullable String note,
        List<PassageNote> passages,
        @Nullable Instant publishAt) {

    public Verdict {
        passages = List.copyOf(passages);
    }

    public static Verdict of(LifeCycleStep step) {
        return new Verdict(step, null, List.of(), null);
    }

    /**
     * A note about a passage.
     *
     * @param quote the passage as it stands in the text
     * @param offset where it begins in the text without markup; a hint where it occurs more than once
     */
    public record PassageNote(
            @Nullable String quote, @Nullable Integer offset, String note) {}
}
