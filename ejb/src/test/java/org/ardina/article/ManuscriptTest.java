package org.ardina.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManuscriptTest {

    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");

    @Test
    void isPublishedAtOnceOrFromATimeOn() {
        Manuscript pending = draft().after(LifeCycleStep.SUBMIT, null, MORNING);
        assertThat(pending.waitingSince()).isEqualTo(MORNING);
        Manuscript atOnce = pending.after(LifeCycleStep.APPROVE, null, NOON);
        assertThat(atOnce.article().isPublic(NOON)).isTrue();
        assertThat(atOnce.waitingSince()).isNull();
        Manuscript later = pending.after(LifeCycleStep.APPROVE, EVENING, NOON);
        assertThat(later.article().isPublic(NOON)).isFalse();
        assertThat(later.article().isPublic(EVENING)).isTrue();
        Manuscript late = pending.after(LifeCycleStep.APPROVE, MORNING, NOON);
        assertThat(late.article().publishedAt()).isEqualTo(NOON);
    }

    @Test
    void keepsTheApprovedTextUntilTheRevisionIsApproved() {
        Manuscript revised = revised(approved(), "Second text", null);
        assertThat(revised.article().content().headline()).isEqualTo("First text");
        assertThat(revised.article().state()).isEqualTo(ArticleState.APPROVED);
        assertThat(revised.stage()).isEqualTo(ArticleState.PENDING);
        assertThat(revised.content().headline()).isEqualTo("Second text");
        assertThat(revised.waitingSince()).isEqualTo(NOON);
        Manuscript returned = revised.after(LifeCycleStep.RETURN, null, EVENING);
        assertThat(returned.stage()).isEqualTo(ArticleState.DRAFT);
        assertThat(returned.waitingSince()).isNull();
        assertThat(returned.article().content().headline()).isEqualTo("First text");
        Manuscript approved =
                returned.after(LifeCycleStep.SUBMIT, null, EVENING).after(LifeCycleStep.APPROVE, null, EVENING);
        assertThat(approved.article().content().headline()).isEqualTo("Second text");
        assertThat(approved.article().publishedAt()).isEqualTo(MORNING);
        assertThat(approved.article().updatedAt()).isEqualTo(EVENING);
        assertThat(approved.revision()).isNull();
        assertThat(approved.edit().number()).isEqualTo(2);
    }

    @Test
    void tellsReadersOfACorrectionWhenItIsApproved() {
        Manuscript revised = revised(approved(), "Second text", "The bridge is 40 metres long, not 400.");
        assertThat(revised.article().corrections()).isEmpty();
        Article approved = revised.after(LifeCycleStep.APPROVE, null, EVENING).article();
        assertThat(approved.corrections())
                .containsExactly(new Correction("The bridge is 40 metres long, not 400.", EVENING));
        assertThat(revised.preview(EVENING).corrections()).isEqualTo(approved.corrections());
    }

    @Test
    void keepsFormerAddresses() {
        Manuscript approved = approved();
        Manuscript moved = approved.write(content("Other"), new Slug("other"), null, List.of("w"), "w", "Writer", NOON)
                .after(LifeCycleStep.APPROVE, null, NOON);
        assertThat(moved.article().slugs()).containsExactly(new Slug("other"), new Slug("first"));
        Manuscript back = moved.write(content("Other"), new Slug("first"), null, List.of("w"), "w", "Writer", NOON)
                .after(LifeCycleStep.APPROVE, null, NOON);
        assertThat(back.article().slugs()).containsExactly(new Slug("first"), new Slug("other"));
    }

    @Test
    void comesBackWhereItWas() {
        Manuscript approved = approved();
        Manuscript archived = approved.after(LifeCycleStep.ARCHIVE, null, NOON);
        assertThat(archived.article().isPublic(EVENING)).isFalse();
        assertThat(archived.after(LifeCycleStep.RESTORE, null, EVENING).article())
                .isEqualTo(approved.article());
        Manuscript draft = draft().after(LifeCycleStep.ARCHIVE, null, NOON).after(LifeCycleStep.RESTORE, null, EVENING);
        assertThat(draft.article().state()).isEqualTo(ArticleState.DRAFT);
    }

    /** A draft that was imported has the time at which it stood elsewhere. */
    @Test
    void isNotPublishedByComingBackFromTheArchive() {
        Manuscript draft = draft();
        Manuscript dated = new Manuscript(
                draft.article().publishedAt(MORNING), List.of(), draft.edit(), 1, null, null, List.of(), null);
        Manuscript back = dated.after(LifeCycleStep.ARCHIVE, null, NOON).after(LifeCycleStep.RESTORE, null, NOON);
        assertThat(back.article().state()).isEqualTo(ArticleState.DRAFT);
    }

    @ParameterizedTest
    @EnumSource(LifeCycleStep.class)
    void takesTheStepsThatItsStageAllowsAndNoOther(LifeCycleStep step) {
        for (Manuscript manuscript : List.of(
                draft(),
                draft().after(LifeCycleStep.SUBMIT, null, MORNING),
                approved(),
                revised(approved(), "Second text", null),
                approved().after(LifeCycleStep.ARCHIVE, null, NOON))) {
            Optional<ArticleState> next = manuscript.stage().after(step, manuscript.wasApproved());
            if (next.isPresent()) {
                assertThat(manuscript.after(step, null, EVENING).stage()).isEqualTo(next.get());
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> manuscript.after(step, null, EVENING));
            }
        }
    }

    /** Whatever is done with it, the public sees no text that was not approved, and what waits is known to wait. */
    @Test
    void holdsItsPromisesOnAnyWay() {
        Random random = new Random(4);
        for (int run = 0; run < 300; run++) {
            Manuscript manuscript = draft();
            @Nullable String approved = null;
            for (int i = 0; i < 30; i++) {
                Instant now = MORNING.plusSeconds(60L * i);
                List<LifeCycleStep> steps = new ArrayList<>();
                for (LifeCycleStep step : LifeCycleStep.values()) {
                    if (manuscript.stage().after(step, manuscript.wasApproved()).isPresent()) {
                        steps.add(step);
                    }
                }
                int choice = random.nextInt(steps.size() + 1);
                if (choice == steps.size() && manuscript.article().state() != ArticleState.ARCHIVED) {
                    manuscript = revised(manuscript, "Text " + i, random.nextBoolean() ? "Corrected " + i : null);
                } else if (choice < steps.size()) {
                    LifeCycleStep step = steps.get(choice);
                    if (step == LifeCycleStep.APPROVE) {
                        approved = manuscript.content().headline();
                    }
                    manuscript = manuscript.after(step, null, now);
                }
                if (manuscript.article().isPublic(now)) {
                    assertThat(manuscript.article().content().headline()).isEqualTo(approved);
                }
                assertThat(manuscript.waitingSince() != null).isEqualTo(manuscript.stage() == ArticleState.PENDING);
            }
        }
    }

    private static Manuscript revised(Manuscript manuscript, String headline, @Nullable String correction) {
        return manuscript.write(content(headline), null, correction, List.of("w"), "w", "Writer", NOON);
    }

    private static Manuscript approved() {
        return draft().after(LifeCycleStep.SUBMIT, null, MORNING).after(LifeCycleStep.APPROVE, null, MORNING);
    }

    private static Manuscript draft() {
        Article article = new Article(
                new ArticleId("0123456789abcdef01234567"),
                List.of(new Slug("first")),
                content("First text"),
                ArticleState.DRAFT,
                MORNING,
                null,
                MORNING,
                1,
                null);
        return new Manuscript(
                article, List.of("w"), new Edit(1, "w", "Writer", MORNING), 1, null, null, List.of(), null);
    }

    private static Content content(String headline) {
        return new Content(
                headline,
                "",
                BodyRendering.render(BodyFormat.HTML, "<p>" + headline + "</p>"),
                null,
                List.of(),
                List.of(new Author(new Slug("writer"), "Writer")),
                "en",
                null);
    }
}
