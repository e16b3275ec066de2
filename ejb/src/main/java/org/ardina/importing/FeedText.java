package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The characters of a feed, in the encoding that it declares or, where that is wrong, in the most likely one. */
final class FeedText {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int ENOUGH_TO_DETECT = 64 * 1024;

    private final byte[] bytes;
    private final Charset charset;
    private final @Nullable String note;

    private FeedText(byte[] bytes, Charset charset, @Nullable String note) {
        this.bytes = bytes;
        this.charset = charset;
        this.note = note;
    }

    /** @throws SourceException if the feed is larger than 64 MiB */
    static FeedText read(SourceFile file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new SourceException("The feed has more than 64 MiB; feeds are short by nature");
        }
        return decide(bytes);
    }

    Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(bytes), charset);
    }

    /** What was wrong with the encoding that the feed declares. */
    @Nullable String note() {
        return note;
    }

    private static FeedText decide(byte[] bytes) {
        byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, ENOUGH_TO_DETECT));
        Charset unicode = Characters.unicode(beginning);
        if (unicode != null) {
            return new FeedText(bytes, unicode, null);
        }
        Charset declared = Characters.declared(beginning);
        boolean undecided = declared == null || declared.equals(UTF_8);
        if ((undecided || !isAscii(bytes)) && isSound(bytes, UTF_8)) {
            String note = undecided ? null : "the feed says that it is " + declared + " but is UTF-8";
            return new FeedText(bytes, UTF_8, note);
        }
        if (declared != null && isSound(bytes, declared)) {
            return new FeedText(bytes, declared, null);
        }
        Charset detected = detect(beginning);
        return new FeedText(
                bytes, detected, "the feed is not in the encoding that it declares; " + detected + " was taken");
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte unit : bytes) {
            if (unit < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSound(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(ENOUGH_TO_DETECT);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return !result.isError();
    }

    private static Charset detect(byte[] beginning) {
        CharsetMatch match = new CharsetDetector().setText(beginning).detect();
        try {
            return match == null ? UTF_8 : Charset.forName(match.getName());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknownHere) {
            return UTF_8;
        }
    }
}
