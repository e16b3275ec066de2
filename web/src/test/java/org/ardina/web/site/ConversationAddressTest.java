package org.ardina.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.ardina.comment.CommentOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationAddressTest {

    private static final String ID = "0123456789abcdef01234567";

    @ParameterizedTest
    @CsvSource({
        "/articles/a-b/comments,,,/articles/a-b/comments",
        "/articles/a-b/comments,newest,1,/articles/a-b/comments",
        "/articles/a-b/comments,top,,/articles/a-b/comments?sort=top",
        "/articles/a-b/comments,oldest,12,/articles/a-b/comments?sort=oldest&page=12",
        "/articles/a-b/comments,,3,/articles/a-b/comments?page=3",
        "/articles/a-b/comments/" + ID + ",,,/articles/a-b/comments/" + ID,
        "/articles/a-b/comments/" + ID + ",top,2,/articles/a-b/comments/" + ID + "?page=2"
    })
    void hasOneFormAndIsReadAgain(String path, @Nullable String sort, @Nullable String page, String normalised) {
        assertThat(ConversationAddress.normalise(path, sort, page)).isEqualTo(normalised);
        assertThat(ConversationAddress.parse(normalised).path()).isEqualTo(normalised);
    }

    @Test
    void leadsToOtherPagesAndOrders() {
        ConversationAddress address = ConversationAddress.parse("/articles/a/comments?sort=top&page=4");
        assertThat(address.withPage(5).path()).isEqualTo("/articles/a/comments?sort=top&page=5");
        assertThat(address.withOrder(CommentOrder.NEWEST).path()).isEqualTo("/articles/a/comments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/articles/a--b/comments",
                "/articles/a/comments/",
                "/articles/a/comments/nothing",
                "/articles/a/comment",
                "/articles//comments",
                "/articles/a/comments/" + ID + "/x"
            })
    void knowsWhereNoPageIs(String path) {
        assertThat(ConversationAddress.normalise(path, null, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "1000", "x", ""})
    void hasPagesWithinBounds(String page) {
        assertThat(ConversationAddress.normalise("/articles/a/comments", null, page))
                .isNull();
    }

    @Test
    void hasNoOtherOrders() {
        assertThat(ConversationAddress.normalise("/articles/a/comments", "worst", null))
                .isNull();
    }
}
