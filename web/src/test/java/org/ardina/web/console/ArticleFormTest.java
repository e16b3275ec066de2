package org.ardina.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.ardina.newsroom.ArticleText;
import org.ardina.problem.InvalidInputException;
import org.junit.jupiter.api.Test;

class ArticleFormTest {

    @Test
    void keepsEveryFieldAndGivesItBack() {
        ArticleForm form = new ArticleForm();
        Map<String, String> typed = new TreeMap<>();
        form.fields().keySet().forEach(name -> typed.put(name, "<" + name + ">"));
        form.restore(typed);
        assertThat(form.fields()).hasSize(13).containsExactlyInAnyOrderEntriesOf(typed);
    }

    @Test
    void leavesFieldsThatNobodyKept() {
        ArticleForm form = new ArticleForm();
        form.setHeadline("A headline");
        form.restore(Map.of("body", "<p>A text</p>"));
        assertThat(form.fields()).containsEntry("headline", "A headline").containsEntry("body", "<p>A text</p>");
    }

    @Test
    void handsInWhatIsTyped() {
        ArticleForm form = new ArticleForm();
        form.setHeadline("A headline");
        form.setTags(" ferry, ,river,");
        form.setAuthors("ana , rui");
        form.setSlug(" a-headline ");
        form.setPicture(" https://example.org/a.jpg ");
        form.setAlternative("A boat");
        ArticleText text = form.text();
        assertThat(text.tags()).containsExactly("ferry", "river");
        assertThat(text.authors()).containsExactly("ana", "rui");
        assertThat(text.slug()).isEqualTo("a-headline");
        assertThat(text.picture()).isNotNull().satisfies(picture -> {
            assertThat(picture.source()).hasToString("https://example.org/a.jpg");
            assertThat(picture.alternative()).isEqualTo("A boat");
            assertThat(picture.caption()).isNull();
        });
    }

    @Test
    void leavesOutWhatIsEmpty() {
        ArticleText text = new ArticleForm().text();
        assertThat(text.authors()).isNull();
        assertThat(text.slug()).isNull();
        assertThat(text.correction()).isNull();
        assertThat(text.tags()).isEmpty();
        assertThat(text.picture()).isEqualTo(ArticleText.NO_PICTURE);
    }

    @Test
    void saysThatAPictureHasNoAddress() {
        ArticleForm form = new ArticleForm();
        form.setPicture("my pictures\\boat.jpg");
        assertThatThrownBy(form::text)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        problem -> assertThat(problem.code()).isEqualTo("invalid-picture"));
    }
}
