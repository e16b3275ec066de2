package org.ardina.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Rejects banned words and holds suspect ones, also where they are disguised. */
final class WordCheck implements Check {

    private final Supplier<WordLists> words;

    WordCheck(Supplier<WordLists> words) {
        this.words = words;
    }

    @Override
    public List<Finding> examine(Examined examined) {
        FoldedText text = examined.folded();
        WordLists lists = words.get();
        String language = examined.submission().language();
        List<Finding> findings = new ArrayList<>();
        for (Passage passage : lists.banned(language).in(text)) {
            findings.add(new Finding(Verdict.REJECT, ModerationReason.BANNED_WORDS, passage));
        }
        for (Passage passage : lists.suspect(language).in(text)) {
            findings.add(new Finding(Verdict.HOLD, ModerationReason.SUSPECT_WORDS, passage));
        }
        return findings;
    }
}
