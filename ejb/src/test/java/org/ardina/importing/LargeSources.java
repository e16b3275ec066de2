package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads files of hundreds of megabytes that are made as they are read; run with a small heap. */
final class LargeSources {

    private static final int MIB = 1024 * 1024;
    private static final String WXR = "<rss xmlns:wp='http://wordpress.org/export/1.2/'"
            + " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>";
    private static final String ITEM =
            "<item><title>T</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>"
                    + "<content:encoded><![CDATA[";
    private static final String END_OF_ITEM = "]]></content:encoded></item>";
    private static final String LINE = "{\"headline\":\"T\",\"body\":\"b\"}\n";
    private static final String POST = "{\"title\":\"T\",\"status\":\"published\",\"html\":\"";

    private LargeSources() {}

    public static void main(String[] arguments) throws IOException {
        String text = "word ".repeat(2000) + "\n\n";
        report("wxr", join(WXR, repeat(ITEM + text + END_OF_ITEM, 300), "</channel></rss>"));
        report("text node", join(WXR, ITEM, repeat("x", 100), END_OF_ITEM, ITEM, "x", END_OF_ITEM, "</channel></rss>"));
        report("line", join(LINE, "{\"headline\":\"", repeat("x", 100), "\"}\n", LINE));
        report("lines", repeat(LINE, 10));
        report("string", join("{\"db\":[{\"data\":{\"posts\":[", POST, "ok\"},", POST, repeat("x", 100), "\"}]}}]}"));
        report("empty objects", join("{\"db\":[{\"data\":{\"posts\":[{\"x\":[", repeat("{},", 100), "1]}]}}]}"));
        report("feed", join("<rss version='2.0'><channel>", repeat("<item><title>T</title></item>", 65)));
        report("elements", join("<rss version='2.0'><channel>", repeat("<a/>", 60)));
        report("name", join("<rss version='2.0'><", repeat("a", 60)));
        report("names", join(WXR, numbered("<n%d/>", 20_000)));
        report("shortcodes", join(WXR, ITEM, repeat("[caption][gallery", 15), END_OF_ITEM, "</channel></rss>"));
        report("tags", join(WXR, ITEM, repeat("<div><p <a", 15), END_OF_ITEM, "</channel></rss>"));
    }

    private static void report(String name, SourceFile file) throws IOException {
        int articles = 0;
        int unusable = 0;
        String refusal = "";
        try (ArticleSource source = SourceFormats.open(file, null)) {
            SourceItem item = source.next();
            while (item != null) {
                articles += item instanceof SourceArticle ? 1 : 0;
                unusable += item instanceof UnusableItem ? 1 : 0;
                refusal = item instanceof UnusableItem failed ? failed.reason() : refusal;
                item = source.next();
            }
        } catch (SourceException refused) {
            refusal = refused.getMessage();
        }
        System.out.println(name + ": " + articles + " + " + unusable + " " + refusal);
    }

    /** @param parts texts and files */
    private static SourceFile join(Object... parts) {
        return () -> {
            List<InputStream> streams = new ArrayList<>();
            for (Object part : parts) {
                streams.add(part instanceof SourceFile file ? file.open() : bytes((String) part));
            }
            return new SequenceInputStream(Collections.enumeration(streams));
        };
    }

    private static String numbered(String form, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.format(Locale.ROOT, form, number))
                .collect(Collectors.joining());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** The text again and again, until there are so many mebibytes. */
    private static SourceFile repeat(String text, int mebibytes) {
        byte[] bytes = text.repeat(Math.max(1, 10_000 / text.length())).getBytes(UTF_8);
        long total = (long) mebibytes * MIB / bytes.length * bytes.length;
        return () -> new InputStream() {
            private long position;

            @Override
            public int read() {
                return position == total ? -1 : bytes[(int) (position++ % bytes.length)] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (position == total) {
                    return -1;
                }
                int from = (int) (position % bytes.length);
                int count = Math.min(length, bytes.length - from);
                System.arraycopy(bytes, from, target, offset, count);
                position += count;
                return count;
            }
        };
    }
}
