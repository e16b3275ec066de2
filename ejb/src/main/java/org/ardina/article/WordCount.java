package org.ardina.article;

import com.ibm.icu.text.BreakIterator;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/** Passes markup on and counts its words: what stands between spaces, and in scripts without spaces what UAX #29 says. */
final class WordCount implements HtmlStreamEventReceiver {

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Where the first of them, Thai, begins; looking a character's script up is not for nothing. */
    private static final int FIRST_WITHOUT_SPACES = 0x0E00;

    private static final String SPACES = " \t\n\r\f\u00a0";

    /** Elements inside a line of text; all others end a word. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
            "strong", "sub", "sup", "u", "var");

    private final HtmlStreamEventReceiver output;
    private final StringBuilder text = new StringBuilder();

    WordCount(HtmlStreamEventReceiver output) {
        this.output = output;
    }

    int count() {
        String all = text.toString();
        return hasScriptWithoutSpaces(all) ? countByRules(all) : countBySpaces(all);
    }

    private static boolean hasScriptWithoutSpaces(String text) {
        int character;
        for (int index = 0; index < text.length(); index += Character.charCount(character)) {
            character = text.codePointAt(index);
            if (character >= FIRST_WITHOUT_SPACES && WITHOUT_SPACES.contains(UnicodeScript.of(character))) {
                return true;
            }
        }
        return false;
    }

    private static int countBySpaces(String text) {
        int count = 0;
        boolean counted = false;
        int character;
        for (int index = 0; index < text.length(); index += Character.charCount(character)) {
            character = text.codePointAt(index);
            if (SPACES.indexOf(character) >= 0) {
                counted = false;
            } else if (!counted && Character.isLetterOrDigit(character)) {
                counted = true;
                count++;
            }
        }
        return count;
    }

    private static int countByRules(String text) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int count = 0;
        while (words.next() != BreakIterator.DONE) {
            if (words.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void openDocument() {
        output.openDocument();
    }

    @Override
    public void closeDocument() {
        output.closeDocument();
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        endWord(name);
        output.openTag(name, attributes);
    }

    @Override
    public void closeTag(String name) {
        endWord(name);
        output.closeTag(name);
    }

    @Override
    public void text(String part) {
        text.append(part);
        output.text(part);
    }

    private void endWord(String element) {
        if (!INLINE.contains(element)) {
            text.append(' ');
        }
    }
}
