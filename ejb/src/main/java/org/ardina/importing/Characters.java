package org.ardina.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which characters the bytes of a file stand for (XML 1.0, appendix F). */
final class Characters {

    private static final Pattern DECLARATION =
            Pattern.compile("^[\\s\\ufeff]*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private static final int DECLARATION_AT = 1024;
    private static final int BUFFER = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Characters() {}

    /** The beginning of a file as text that is good enough to recognise a format by. */
    static String text(byte[] beginning) {
        Charset unicode = unicode(beginning);
        return new String(beginning, unicode == null ? ISO_8859_1 : unicode);
    }

    /** Opens a file of any size; bytes that are no characters become U+FFFD. Without a sign of another, it is UTF-8. */
    static Reader reader(InputStream source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source, BUFFER);
        in.mark(DECLARATION_AT);
        byte[] beginning = in.readNBytes(DECLARATION_AT);
        in.reset();
        Charset unicode = unicode(beginning);
        Charset charset = unicode == null ? declared(beginning) : unicode;
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, charset == null ? UTF_8 : charset), BUFFER);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** What a byte order mark, or the zero bytes of UTF-16 without one, tell; null when nothing does. */
    static @Nullable Charset unicode(byte[] beginning) {
        if (startsWith(beginning, 0xef, 0xbb, 0xbf)) {
            return UTF_8;
        }
        if (startsWith(beginning, 0xfe, 0xff) || startsWith(beginning, 0, '<') || startsWith(beginning, 0, '{')) {
            return UTF_16BE;
        }
        if (startsWith(beginning, 0xff, 0xfe) || startsWith(beginning, '<', 0) || startsWith(beginning, '{', 0)) {
            return UTF_16LE;
        }
        return null;
    }

    /** What an XML declaration names; null when there is none, or none that this platform knows. */
    static @Nullable Charset declared(byte[] beginning) {
        Matcher declaration = DECLARATION.matcher(text(beginning));
        if (!declaration.find()) {
            return null;
        }
        try {
            Charset named = Charset.forName(declaration.group(1));
            // A declaration that could be read byte by byte is not UTF-16, whatever it says.
            return named.name().toUpperCase(Locale.ROOT).startsWith("UTF-16") ? null : named;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
