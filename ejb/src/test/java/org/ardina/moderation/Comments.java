package org.ardina.moderation;

import java.time.Duration;
import java.util.List;

/** Submissions for tests: of a reader in good standing unless something else is said. */
record Comments(String text, String language, AuthorStanding author, List<String> recent, ModerationMode mode) {

    static final AuthorStanding GOOD = new AuthorStanding(false, false, false, true, Duration.ofDays(100), 50, 10, 0);
    static final AuthorStanding NEW = new AuthorStanding(false, false, false, true, Duration.ofMinutes(1), 0, 0, 0);

    static Comments by(String text) {
        return new Comments(text, "en", GOOD, List.of(), ModerationMode.AFTER_PUBLICATION);
    }

    Comments in(String other) {
        return new Comments(text, other, author, recent, mode);
    }

    Comments of(AuthorStanding other) {
        return new Comments(text, language, other, recent, mode);
    }

    Comments after(String... others) {
        return new Comments(text, language, author, List.of(others), mode);
    }

    Comments first() {
        return new Comments(text, language, author, recent, ModerationMode.BEFORE_PUBLICATION);
    }

    Submission submission() {
        return new Submission(text, language, author, recent, mode);
    }
}
