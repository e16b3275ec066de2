package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class SourceFormatsTest {

    private static final byte[] LINE = "{\"headline\":\"A\",\"body\":\"b\"}\n".getBytes(UTF_8);

    @Test
    void opensGzippedFilesAndKeepsWhatCameBeforeACut() throws IOException {
        byte[] packed = gzip(Reading.resource("wordpress.xml"));

        assertThat(Reading.of(packed).items())
                .hasSize(Reading.ofResource("wordpress.xml").items().size());
        Reading cut = Reading.of(Arrays.copyOf(packed, packed.length - 300));
        assertThat(cut.refusal()).startsWith("The file ends in the middle of its ");
    }

    @Test
    void readsAllExportsOfAZipAndNothingElse() throws IOException {
        byte[] zip = zip(
                "export/a.jsonl", LINE,
                "__MACOSX/export/._a.jsonl", LINE,
                "export/.DS_Store", new byte[] {0, 0, 0, 1},
                "export/photo.jpg", new byte[] {(byte) 0xff, (byte) 0xd8},
                "../../b.jsonl", LINE);

        assertThat(Reading.of(zip).articles()).hasSize(2);
    }

    @Test
    void refusesZipsThatMakeNoSense() throws IOException {
        assertThat(Reading.of(zip("a.jsonl", LINE, "b.xml", Reading.resource("wordpress.xml")))
                        .refusal())
                .isEqualTo("The zip holds files of several formats; name the one to import");
        assertThat(Reading.of(zip("photo.jpg", new byte[10])).refusal()).startsWith("The zip holds no file that is");
        assertThat(Reading.of(zip("a.zip", zip("b.jsonl", LINE))).refusal()).contains("another archive");
        assertThat(Reading.of(gzip(gzip(LINE))).refusal()).contains("archive inside an archive");
        byte[] whole = zip("a.xml", Reading.resource("wordpress.xml"));
        assertThat(Reading.of(Arrays.copyOf(whole, whole.length / 2)).refusal()).contains("ends in the middle");
        byte[] encrypted = whole.clone();
        encrypted[6] |= 1;
        assertThat(Reading.of(encrypted).refusal()).contains("encrypted");
    }

    @Test
    void refusesBombs() throws IOException {
        byte[] zeros = new byte[11 << 20];
        System.arraycopy(LINE, 0, zeros, 0, LINE.length);

        assertThat(Reading.of(zip("a.jsonl", zeros)).refusal()).contains("more than 200 times its size");
        assertThat(Reading.of(gzip(zeros)).refusal()).contains("more than 200 times its size");
        Object[] many = new Object[2 * 1001];
        for (int i = 0; i < 1001; i++) {
            many[2 * i] = i + ".txt";
            many[2 * i + 1] = new byte[] {'x'};
        }
        assertThat(Reading.of(zip(many)).refusal()).isEqualTo("The zip holds more than 1000 files");
    }

    @Test
    void saysWhenAFileIsOfNoFormat() throws IOException {
        assertThat(Reading.of("").refusal()).isEqualTo("The file is empty");
        for (String unknown :
                new String[] {"hello", "<html><p>x</p></html>", "{\"a\":1}", "\ufeff", "<!--", "<", "{"}) {
            assertThat(Reading.of(unknown).refusal())
                    .isEqualTo("This is neither WXR, Ghost, RSS/Atom/JSON Feed nor JSON Lines; "
                            + "name the format or check the file");
        }
        assertThat(named(LINE, "docx").refusal())
                .isEqualTo("There is no format “docx”; there are wxr, ghost, rss, jsonl");
        assertThat(named(LINE, "wxr").refusal()).startsWith("The XML is broken");
        assertThat(named("<rss><channel>".getBytes(UTF_8), "jsonl").onlyReason())
                .startsWith("line 1 is not JSON");
        assertThat(named("[]".getBytes(UTF_8), "ghost").refusal()).isEqualTo("The file is not a JSON object");
    }

    private static Reading named(byte[] content, String format) throws IOException {
        return Reading.of(() -> new ByteArrayInputStream(content), format);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** @param namesAndContents a name, its bytes, another name and so on */
    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                out.write((byte[]) namesAndContents[i + 1]);
                out.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
