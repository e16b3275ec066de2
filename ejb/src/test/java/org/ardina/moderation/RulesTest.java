package org.ardina.moderation;

import static org.ardina.moderation.ModerationReason.BANNED_WORDS;
import static org.ardina.moderation.ModerationReason.BEFORE_PUBLICATION;
import static org.ardina.moderation.ModerationReason.CAPITALS;
import static org.ardina.moderation.ModerationReason.FIRST_COMMENTS;
import static org.ardina.moderation.ModerationReason.LENGTH;
import static org.ardina.moderation.ModerationReason.LINKS;
import static org.ardina.moderation.ModerationReason.MUTED;
import static org.ardina.moderation.ModerationReason.RECORD;
import static org.ardina.moderation.ModerationReason.REPEATED;
import static org.ardina.moderation.ModerationReason.SUSPECT_WORDS;
import static org.ardina.moderation.ModerationReason.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static final Thresholds THRESHOLDS = Thresholds.STANDARD;
    private static final WordLists WORDS = WordLists.parse(
            Map.of("banned.txt", List.of("blast", "blast your-eyes"), "suspect-en.txt", List.of("darn*")));
    private static final Rules RULES = new Rules(THRESHOLDS, WORDS);

    private static final String LONG = "The council decided last night to keep the old bridge open for one more summer,"
            + " and everybody whom I asked at the market this morning was glad of it.";

    @Test
    void publishesWhatNothingIsFoundIn() {
        Judgement judgement = RULES.judge(Comments.by(LONG).submission());
        assertThat(judgement.verdict()).isEqualTo(Verdict.PUBLISH);
        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.reasons()).isEmpty();
    }

    @Test
    void rejectsThoseWhoMayNotWrite() {
        AuthorStanding suspended = new AuthorStanding(true, false, false, true, Duration.ZERO, 0, 0, 0);
        AuthorStanding muted = new AuthorStanding(false, true, false, true, Duration.ZERO, 0, 0, 0);
        AuthorStanding suspendedStaff = new AuthorStanding(true, true, true, true, Duration.ZERO, 0, 0, 0);
        assertRejected(Comments.by(LONG).of(suspended), SUSPENDED);
        assertRejected(Comments.by(LONG).of(muted), MUTED);
        assertRejected(Comments.by(LONG).of(suspendedStaff), SUSPENDED);
    }

    @Test
    void publishesWhatTheNewsroomWrites() {
        AuthorStanding staff = new AuthorStanding(false, false, true, true, Duration.ZERO, 0, 9, 9);
        assertPublished(Comments.by("BLAST! http://a.example http://b.example http://c.example")
                .of(staff)
                .first());
    }

    @Test
    void measuresTheLengthInCharacters() {
        assertPublished(Comments.by("👍".repeat(5_000)));
        assertRejected(Comments.by("👍".repeat(5_001)), LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "\u200B\u2060", "\u3164", "\u00AD \u0301"})
    void rejectsWhatNobodySees(String text) {
        assertRejected(Comments.by(text), LENGTH);
    }

    @Test
    void rejectsWhatWasSaidBefore() {
        assertRejected(Comments.by(LONG).after("something else", LONG), REPEATED);
        assertRejected(
                Comments.by(LONG.replace(' ', '\n').toUpperCase(Locale.ROOT)).after(LONG), REPEATED);
        assertRejected(Comments.by(LONG.replace("o", "о") + "\u200B!!!").after(LONG), REPEATED);
    }

    @Test
    void letsShortWordsBeSaidAgain() {
        assertPublished(Comments.by("Thank you!").after("Thank you!"));
        assertPublished(Comments.by(LONG).after("Yes", "👍", ""));
    }

    @Test
    void holdsWhatIsAlmostTheSame() {
        assertHeld(Comments.by(LONG + " Yes.").after(LONG), REPEATED);
        assertHeld(Comments.by(LONG.replace("summer", "summers")).after(LONG), REPEATED);
    }

    @Test
    void tellsResultsApart() {
        assertPublished(Comments.by(LONG + " It was 3 to 1.").after(LONG + " It was 2 to 1."));
        assertPublished(
                Comments.by(LONG).after(new StringBuilder(LONG).reverse().toString()));
    }

    @Test
    void rejectsBannedAndHoldsSuspectWords() {
        assertRejected(Comments.by("Oh, blast it!"), BANNED_WORDS);
        assertHeld(Comments.by("Oh, darned things!"), SUSPECT_WORDS);
        assertPublished(Comments.by("Oh, darned things!").in("pt-BR"));
        assertRejected(Comments.by("Oh, blast it!").in("pt-BR"), BANNED_WORDS);
        assertRejected(Comments.by("Oh, blast it!").in("xx"), BANNED_WORDS);
        assertRejected(Comments.by("Oh, blast it!").in("not a language"), BANNED_WORDS);
    }

    @Test
    void tellsAllThatItFoundAndTheReasonsOfTheVerdict() {
        Judgement judgement = RULES.judge(Comments.by("Darn it, darning! B-l-a-s-t it, bläst your eyes.")
                .first()
                .submission());
        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reasons()).containsExactly(BANNED_WORDS);
        assertThat(judgement.findings())
                .containsExactly(
                        new Finding(Verdict.REJECT, BANNED_WORDS, new Passage(18, "B-l-a-s-t")),
                        new Finding(Verdict.REJECT, BANNED_WORDS, new Passage(32, "bläst your eyes")),
                        new Finding(Verdict.HOLD, SUSPECT_WORDS, new Passage(0, "Darn")),
                        new Finding(Verdict.HOLD, SUSPECT_WORDS, new Passage(9, "darning")),
                        new Finding(Verdict.HOLD, BEFORE_PUBLICATION, null));
    }

    @Test
    void holdsManyLinks() {
        String two = "See https://one.example/a?b=c and www.two.example.";
        assertPublished(Comments.by(two));
        assertHeld(Comments.by(two + " And three.com/offer"), LINKS);
        Judgement judgement =
                RULES.judge(Comments.by(two + " And three.com/offer").submission());
        assertThat(judgement.findings().get(0).passage()).isEqualTo(new Passage(4, "https://one.example/a?b=c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example",
                "HTTPS://shop.example/",
                "hxxp://shop.example",
                "http[:]//shop.example",
                "www.shop.example",
                "www[.]shop.example",
                "shop.com",
                "shop.com.br/offer",
                "shop(.)xyz",
                "shop dot com"
            })
    void holdsTwoLinksOfSomebodyUnknown(String link) {
        String two = "Look: " + link + " and https://other.example";
        assertHeld(Comments.by(two).of(Comments.NEW), LINKS);
        assertPublished(Comments.by("Look: " + link).of(Comments.NEW));
        assertPublished(Comments.by(two));
    }

    @ParameterizedTest
    @ValueSource(strings = {"It cost 3.50 at the end.Then we left.", "me@example.org", "e.g. this", "I said so.me too"})
    void knowsWhatIsNoLink(String text) {
        assertPublished(Comments.by(text + " See https://other.example").of(Comments.NEW));
    }

    @Test
    void holdsShouting() {
        assertHeld(Comments.by("THIS IS SIMPLY NOT TRUE AT ALL, my friend"), CAPITALS);
        assertPublished(Comments.by("THIS is simply not TRUE at all, my friend"));
        assertPublished(Comments.by("NATO, EU, IMF, WHO"));
        assertPublished(Comments.by("これは日本語のコメントです。これは日本語のコメントです。"));
    }

    @ParameterizedTest
    @CsvSource({"0, 3, HOLD", "0, 2, HOLD", "3, 3, PUBLISH", "3, 4, HOLD", "1, 0, PUBLISH"})
    void holdsFirstComments(long approved, int held, Verdict expected) {
        Rules rules = new Rules(new Thresholds(5_000, 2, held, 70, 90, 50, 90, 101), WORDS);
        Judgement judgement = rules.judge(Comments.by(LONG)
                .of(new AuthorStanding(false, false, false, true, Duration.ofDays(1), approved, 0, 0))
                .submission());
        assertThat(judgement.verdict()).isEqualTo(expected);
        assertThat(judgement.reasons()).isEqualTo(expected == Verdict.HOLD ? List.of(FIRST_COMMENTS) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, PUBLISH", "3, 3, PUBLISH", "4, 4, HOLD", "4, 2, HOLD", "100, 49, PUBLISH", "100, 50, HOLD"})
    void holdsThoseWithABadRecord(long decided, long rejected, Verdict expected) {
        Judgement judgement = RULES.judge(Comments.by(LONG)
                .of(new AuthorStanding(false, false, false, true, Duration.ofDays(9), 5, decided, rejected))
                .submission());
        assertThat(judgement.verdict()).isEqualTo(expected);
        assertThat(judgement.reasons()).isEqualTo(expected == Verdict.HOLD ? List.of(RECORD) : List.of());
    }

    @Test
    void holdsEverythingBeforePublication() {
        assertHeld(Comments.by(LONG).first(), BEFORE_PUBLICATION);
    }

    @Test
    void refusesFactsThatCannotBe() {
        assertThatThrownBy(() -> new AuthorStanding(false, false, false, true, Duration.ZERO, 0, 1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsReasonsByTheirCodes() {
        for (ModerationReason reason : ModerationReason.values()) {
            assertThat(ModerationReason.parse(reason.code())).contains(reason);
            assertThat(ModerationReason.parse(reason.name())).contains(reason);
        }
        assertThat(ModerationReason.parse("whim")).isEmpty();
        assertThat(ModerationReason.ofPeople())
                .startsWith(ModerationReason.INSULT)
                .doesNotContain(SUSPENDED);
    }

    private static void assertPublished(Comments comment) {
        assertThat(RULES.judge(comment.submission()).findings()).isEmpty();
    }

    private static void assertHeld(Comments comment, ModerationReason reason) {
        Judgement judgement = RULES.judge(comment.submission());
        assertThat(judgement.verdict()).isEqualTo(Verdict.HOLD);
        assertThat(judgement.reasons()).containsExactly(reason);
    }

    private static void assertRejected(Comments comment, ModerationReason reason) {
        Judgement judgement = RULES.judge(comment.submission());
        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reasons()).containsExactly(reason);
    }
}
