package org.ardina.importing.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void makesOneLineOfMarkup() {
        assertThat(PlainText.line(" A&nbsp;<b>bold</b>\n &lt;tag&gt; &amp; 1 < 2 "))
                .isEqualTo("A bold <tag> & 1 < 2");
        assertThat(PlainText.line("zero\u0000\u200bwidth \ufffe")).isEqualTo("zero\u200bwidth");
    }

    @Test
    void keepsTheLinesOfAComment() {
        assertThat(PlainText.lines("One<br />two\r\n\r\n\r\n<p>three <a href=\"x\">four</a></p>"))
                .isEqualTo("One\ntwo\n\nthree four");
    }

    @Test
    void cutsAtWordsAndNeverInsideACharacter() {
        assertThat(PlainText.cut("one two three", 9)).isEqualTo("one two…");
        assertThat(PlainText.cut("one two", 7)).isEqualTo("one two");
        assertThat(PlainText.cut("😀".repeat(10), 6)).isEqualTo("😀😀…");
    }

    @Test
    void knowsWhatAReaderSees() {
        assertThat(PlainText.isVisible("<p>&nbsp;<br></p><script>x()</script>")).isFalse();
        assertThat(PlainText.isVisible("<p><img src=\"a.jpg\"></p>")).isTrue();
    }
}
