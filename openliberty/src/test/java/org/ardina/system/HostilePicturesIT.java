package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is sent as a picture to do harm: refused in words that a writer understands, and paid for with no memory. */
@ExtendWith(SharedServer.class)
class HostilePicturesIT {

    private static final Path MEDIA = Path.of("../../shared/data/media");

    private static final int ROUNDS = 3;

    /** By how much what a server holds may grow while bombs are sent again and again; it keeps some pictures near. */
    private static final long MOST_GROWTH = 40L << 20;

    private static final int GREY = 0;
    private static final int COLOURS_AND_TRANSPARENCY = 6;

    private final ServerProcess server;

    HostilePicturesIT(ServerProcess server) {
        this.server = server;
    }

    @Test
    void refusesMalformedTruncatedAndForeignFiles() throws IOException {
        assumeTrue(Files.isDirectory(MEDIA), "needs the real input beside the clone");
        Api writer = Api.newWriter(server.site());
        int refused = 0;
        for (Path file : files(MEDIA)) {
            HttpResponse<String> answer = writer.upload("/pictures", file);
            if (answer.statusCode() == 201) {
                assertIsNothingButAPicture(answer);
            } else {
                assertIsReadable(file.toString(), answer);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(20);
    }

    @Test
    void refusesWhatHasTooManyBytes(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("large.jpg"), new byte[21 << 20]);
        assertThat(Api.problem(Api.newWriter(server.site()).upload("/pictures", file), 413))
                .isEqualTo("too-large");
    }

    @Test
    void paysForBombsWithNoMemory(@TempDir Path folder) throws IOException, InterruptedException {
        List<Path> bombs = bombs(folder);
        explode(bombs);
        long before = heldBytes();
        for (int round = 0; round < ROUNDS; round++) {
            explode(bombs);
        }
        // A server that has too little memory for one of them ends.
        assertThat(heldBytes() - before).isLessThan(MOST_GROWTH);
    }

    /** Sends them all, each with other bytes than before, so that none is known. */
    private void explode(List<Path> bombs) throws IOException {
        Api writer = Api.newWriter(server.site());
        for (Path bomb : bombs) {
            Files.write(bomb, new byte[] {(byte) new Random().nextInt()}, StandardOpenOption.APPEND);
            HttpResponse<String> answer = writer.upload("/pictures", bomb);
            if (String.valueOf(bomb.getFileName()).startsWith("large")) {
                // As large as is taken: its sizes are made, as of any other.
                assertIsNothingButAPicture(answer);
            } else {
                assertIsReadable(bomb.toString(), answer);
            }
        }
    }

    private static List<Path> bombs(Path folder) throws IOException {
        List<Path> bombs = new ArrayList<>();
        bombs.add(png(folder.resolve("wide.png"), 60_000, 60_000, 1, GREY, 1000));
        bombs.add(png(folder.resolve("long.png"), 1, 2_000_000, 8, GREY, 1000));
        bombs.add(png(folder.resolve("over.png"), 7_200, 7_200, 8, GREY, 7_200L * 7_201));
        bombs.add(png(folder.resolve("cut.png"), 7_000, 7_000, 8, GREY, 7_000L * 3_000));
        // 50 million pixels of 8 bytes each are 400 MB, in a file of 400 KB.
        bombs.add(png(folder.resolve("large-deep.png"), 7_000, 7_000, 16, COLOURS_AND_TRANSPARENCY, 7_000L * 56_001));
        bombs.add(png(folder.resolve("large-grey.png"), 7_000, 7_000, 8, GREY, 7_000L * 7_001));
        bombs.add(Files.write(folder.resolve("huge.gif"), gif(65_535, 65_535)));
        bombs.add(Files.write(folder.resolve("huge.jpg"), jpeg(65_500, 65_500)));
        return bombs;
    }

    private void assertIsNothingButAPicture(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        for (JsonNode size : server.site().json(answer).path("sizes")) {
            String bytes = server.site().get(size.path("source").asText()).body();
            assertThat(bytes).doesNotContain("<script", "<html", "alert(", "Exif");
        }
    }

    private static void assertIsReadable(String file, HttpResponse<String> answer) {
        assertThat(Api.problem(answer, 400)).as(file).isIn("not-a-picture", "picture-unreadable", "picture-too-large");
        assertThat(answer.body()).as(file).containsAnyOf("Save it as", "save it again", "Make it smaller");
    }

    /** What is left in the server's heap after a collection, as its metrics tell. */
    private long heldBytes() throws IOException, InterruptedException {
        Path command = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        assumeTrue(Files.isExecutable(command), "needs a JDK, whose jcmd has another process collect its garbage");
        Process collection = new ProcessBuilder(command.toString(), Long.toString(server.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(collection.waitFor()).isZero();
        return (long) server.site().metric("memory_usedHeap_bytes");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> size(file) < 2 << 20)
                    .sorted()
                    .toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A picture of zeros (PNG, third edition, 5). */
    private static Path png(Path file, int width, int height, int depth, int colours, long bytes) throws IOException {
        try (DataOutputStream output = new DataOutputStream(Files.newOutputStream(file))) {
            output.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {(byte) depth, (byte) colours, 0, 0, 0});
            chunk(output, "IHDR", header.toByteArray());
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            try (OutputStream deflated = new DeflaterOutputStream(data)) {
                byte[] zeros = new byte[1 << 16];
                for (long left = bytes; left > 0; left -= zeros.length) {
                    deflated.write(zeros, 0, (int) Math.min(left, zeros.length));
                }
            }
            chunk(output, "IDAT", data.toByteArray());
            chunk(output, "IEND", new byte[0]);
        }
        return file;
    }

    private static void chunk(DataOutputStream output, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        output.writeInt(data.length);
        output.write(name);
        output.write(data);
        output.writeInt((int) crc.getValue());
    }

    /** GIF89a, 18 and 20: a screen and a frame of that size, and hardly any of its pixels. */
    private static byte[] gif(int width, int height) throws IOException {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
        gif.write(new byte[] {(byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8)});
        gif.write(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, (byte) 255, (byte) 255, (byte) 255});
        gif.write(new byte[] {0x2c, 0, 0, 0, 0});
        gif.write(new byte[] {(byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8), 0});
        gif.write(new byte[] {2, 2, 0x4c, 1, 0, 0x3b});
        return gif.toByteArray();
    }

    /** ITU-T T.81, B.2: no more than the header of a frame of that size. */
    private static byte[] jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(jpeg);
        fields.writeShort(0xFFD8);
        fields.writeShort(0xFFC0);
        fields.writeShort(17);
        fields.writeByte(8);
        fields.writeShort(height);
        fields.writeShort(width);
        fields.write(new byte[] {3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0});
        fields.writeShort(0xFFDA);
        fields.writeShort(12);
        fields.write(new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 63, 0});
        fields.write(new byte[100]);
        fields.writeShort(0xFFD9);
        return jpeg.toByteArray();
    }
}
