package org.ardina.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class ThreadPlaceTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Random random = new Random(20261122);

    @Test
    void putsAnswersBehindWhatTheyAnswerOldestFirst() {
        ThreadPlace place = ThreadPlace.FIRST;
        for (int depth = 0; depth < ThreadPlace.DEEPEST; depth++) {
            ThreadPlace earlier = answer(place, NOON);
            ThreadPlace later = answer(place, NOON.plusMillis(1));
            assertThat(earlier.depth()).isEqualTo(depth + 1);
            assertThat(earlier.path()).isBetween(place.path(), place.end());
            assertThat(later.path()).isGreaterThan(earlier.end());
            place = later;
        }
        assertThat(answer(place, NOON).depth()).isEqualTo(ThreadPlace.DEEPEST);
    }

    /** Imported answers may say that they are older than what they answer. */
    @Test
    void knowsWhereAnswersStandWheneverTheyWereWritten() {
        for (int round = 0; round < 1_000; round++) {
            ThreadPlace place = ThreadPlace.FIRST;
            for (int depth = 0; depth <= ThreadPlace.DEEPEST; depth++) {
                ThreadPlace answer = answer(place, NOON.plusSeconds(random.nextInt(-1_000, 1_000)));
                assertThat(answer.path()).startsWith(place.beforeAnswers()).isGreaterThan(place.beforeAnswers());
                place = answer;
            }
        }
    }

    private static ThreadPlace answer(ThreadPlace place, Instant writtenAt) {
        return place.answer(new CommentId(new ObjectId().toHexString()), writtenAt);
    }
}
