package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a feed, which is held in memory as a whole.
 *
 * @param note what was wrong with the encoding that it declares
 */
record FeedText(String text, @Nullable String note) {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int ENOUGH_TO_DETECT = 64 * 1024;

    /** @throws SourceException if the feed is larger than 64 MiB */
    static FeedText read(SourceFile file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new SourceException("The feed has more than 64 MiB; feeds are short by nature");
        }
        return decode(bytes);
    }

    private static FeedText decode(byte[] bytes) {
        byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, ENOUGH_TO_DETECT));
        Charset unicode = Characters.unicode(beginning);
        if (unicode != null) {
            return new FeedText(withoutMark(new String(bytes, unicode)), null);
        }
        Charset declared = Characters.declared(beginning);
        String utf8 = decode(bytes, UTF_8);
        if (utf8 != null && (declared == null || declared.equals(UTF_8) || utf8.length() < bytes.length)) {
            boolean wrong = declared != null && !declared.equals(UTF_8);
            return new FeedText(utf8, wrong ? "the feed says that it is " + declared + " but is UTF-8" : null);
        }
        String asDeclared = declared == null ? null : decode(bytes, declared);
        if (asDeclared != null) {
            return new FeedText(asDeclared, null);
        }
        Charset detected = detect(beginning);
        return new FeedText(
                new String(bytes, detected),
                "the feed is not in the encoding that it declares; " + detected + " was taken");
    }

    private static @Nullable String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static Charset detect(byte[] beginning) {
        CharsetMatch match = new CharsetDetector().setText(beginning).detect();
        try {
            return match == null ? UTF_8 : Charset.forName(match.getName());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknownHere) {
            return UTF_8;
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
