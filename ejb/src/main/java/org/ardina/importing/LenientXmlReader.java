package org.ardina.importing;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.jsoup.nodes.Entities;

/**
 * XML with the mistakes mended that publishing systems make and parsers refuse: control characters, HTML's entities, a
 * bare ampersand, <code>]]&gt;</code> outside of CDATA. Leaves out what no import needs: the XML declaration,
 * processing instructions, comments and document type declarations.
 */
final class LenientXmlReader extends Reader {

    private static final int CHUNK = 8192;
    private static final int LONGEST_ENTITY = 40;
    private static final int LONGEST_DOCTYPE = 64 * 1024;
    /** A parser holds every name and value as a whole. */
    private static final int LONGEST_TAG = 1024 * 1024;

    private static final int END = -1;
    private static final boolean[] SPECIAL = new boolean[128];

    static {
        "<>&]\"'".chars().forEach(character -> SPECIAL[character] = true);
    }

    private final Reader in;
    private final char[] buffer = new char[CHUNK];
    private final StringBuilder out = new StringBuilder();
    private int position;
    private int limit;
    private int given;
    /** Inside a tag, the quote that its value is in, or a space between values; zero outside of tags. */
    private char tag;

    private int tagLength;
    private boolean inCharacterData;
    private int brackets;

    LenientXmlReader(Reader in) {
        this.in = in;
    }

    /** @throws SourceException if a document type declaration defines entities, which is how XML attacks its readers */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (given == out.length()) {
            given = 0;
            out.setLength(0);
            boolean more = true;
            while (more && out.length() < CHUNK) {
                more = mendNext();
            }
            if (out.isEmpty()) {
                return END;
            }
        }
        int count = Math.min(length, out.length() - given);
        out.getChars(given, given + count, target, offset);
        given += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean mendNext() throws IOException {
        copyOrdinary();
        if (tagLength > LONGEST_TAG) {
            throw new SourceException("The file has an XML tag of more than " + LONGEST_TAG + " characters");
        }
        int next = take();
        if (next == END) {
            return false;
        }
        char character = (char) next;
        if (inCharacterData) {
            characterData(character);
        } else if (character == '&') {
            reference();
        } else if (tag != 0) {
            insideTag(character);
        } else if (character == '<') {
            markup();
        } else {
            text(character);
        }
        return true;
    }

    /** Copies the characters up to the next one that could mean something, the bulk of every file. */
    private void copyOrdinary() {
        int end = position;
        while (end < limit && !isSpecial(buffer[end])) {
            end++;
        }
        if (end > position) {
            out.append(buffer, position, end - position);
            tagLength += tag == 0 ? 0 : end - position;
            position = end;
            brackets = 0;
        }
    }

    private static boolean isSpecial(char character) {
        return character < SPECIAL.length && SPECIAL[character];
    }

    private void characterData(char character) {
        out.append(character);
        inCharacterData = !(character == '>' && brackets >= 2);
        brackets = character == ']' ? brackets + 1 : 0;
    }

    private void text(char character) {
        if (character == '>' && brackets >= 2) {
            out.append("&gt;");
        } else {
            out.append(character);
        }
        brackets = character == ']' ? brackets + 1 : 0;
    }

    private void insideTag(char character) {
        out.append(character);
        tagLength++;
        if (tag != ' ') {
            tag = character == tag ? ' ' : tag;
        } else if (character == '>') {
            tag = 0;
            tagLength = 0;
        } else if (character == '"' || character == '\'') {
            tag = character;
        }
    }

    private void markup() throws IOException {
        brackets = 0;
        if (takeIf("!--")) {
            skipPast("-->");
        } else if (takeIf("![CDATA[")) {
            out.append("<![CDATA[");
            inCharacterData = true;
        } else if (takeIf("!")) {
            skipDeclaration();
        } else if (takeIf("?")) {
            skipPast("?>");
        } else {
            out.append('<');
            tag = ' ';
            tagLength = 0;
        }
    }

    private void reference() throws IOException {
        brackets = 0;
        StringBuilder name = new StringBuilder();
        int next = peek(0);
        while (name.length() < LONGEST_ENTITY && next != END && isNameCharacter((char) next)) {
            name.append((char) take());
            next = peek(0);
        }
        if (next != ';' || name.isEmpty()) {
            out.append("&amp;").append(name);
            return;
        }
        take();
        String entity = name.toString();
        switch (entity) {
            case "amp", "lt", "gt", "quot", "apos" ->
                out.append('&').append(entity).append(';');
            default -> resolve(entity);
        }
    }

    private void resolve(String entity) {
        String html = entity.startsWith("#") ? "" : Entities.getByName(entity);
        if (!html.isEmpty()) {
            html.codePoints()
                    .forEach(character -> out.append("&#").append(character).append(';'));
        } else if (!entity.startsWith("#")) {
            out.append("&amp;").append(entity).append(';');
        } else if (isLegalReference(entity.substring(1).toLowerCase(Locale.ROOT))) {
            out.append('&').append(entity).append(';');
        }
    }

    private static boolean isLegalReference(String number) {
        try {
            int character =
                    number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return isCharacter(character) && !(character >= 0xd800 && character <= 0xdfff) && character <= 0x10ffff;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private void skipPast(String end) throws IOException {
        int next = take();
        while (next != END && !(next == end.charAt(0) && takeIf(end.substring(1)))) {
            next = take();
        }
    }

    private void skipDeclaration() throws IOException {
        StringBuilder declaration = new StringBuilder();
        int depth = 0;
        int next = take();
        while (next != END && !(next == '>' && depth == 0)) {
            depth += next == '[' ? 1 : next == ']' ? -1 : 0;
            declaration.append((char) next);
            if (declaration.length() > LONGEST_DOCTYPE) {
                throw new SourceException("The document type declaration of the file is too long");
            }
            next = take();
        }
        if (declaration.indexOf("<!ENTITY") >= 0) {
            throw new SourceException(
                    "The file defines XML entities, which is refused because it can be used to attack");
        }
    }

    private boolean takeIf(String expected) throws IOException {
        for (int i = 0; i < expected.length(); i++) {
            if (peek(i) != expected.charAt(i)) {
                return false;
            }
        }
        position += expected.length();
        return true;
    }

    private int take() throws IOException {
        int next = peek(0);
        position += next == END ? 0 : 1;
        return next;
    }

    /** The character so many ahead, where few are asked for. */
    private int peek(int ahead) throws IOException {
        while (position + ahead >= limit) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                return END;
            }
            limit = keepCharacters(limit, limit + read);
        }
        return buffer[position + ahead];
    }

    private int keepCharacters(int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            buffer[end] = buffer[i];
            end += isCharacter(buffer[i]) ? 1 : 0;
        }
        return end;
    }

    /** Whether XML 1.0 allows the character, where half of a surrogate pair counts as one. */
    private static boolean isCharacter(int character) {
        return (character >= ' ' && character != 0xfffe && character != 0xffff)
                || character == '\t'
                || character == '\n'
                || character == '\r';
    }

    private static boolean isNameCharacter(char character) {
        return character == '#' || (character < 0x80 && Character.isLetterOrDigit(character));
    }
}
