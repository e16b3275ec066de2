package org.ardina.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.ardina.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemakingTest {

    private static final Path MEDIA = Path.of("../../shared/data/media");

    @Test
    void makesSizesOfALargePicture() throws IOException {
        List<Remaking.Made> made = Remaking.make(file(picture(2000, 1000), "jpeg"));
        List<Remaking.Made> jpegs = with("jpg", made);
        assertThat(jpegs).extracting(Remaking.Made::width).containsExactly(1600, 960, 480);
        assertThat(jpegs).extracting(Remaking.Made::height).containsExactly(800, 480, 240);
        for (Remaking.Made size : jpegs) {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(size.bytes()));
            assertThat(read.getWidth()).isEqualTo(size.width());
        }
        assertThat(made).hasSize(6);
    }

    /** RFC 9649, 2.4: a RIFF file, whose frame has its width and height in 14 bits each. */
    @Test
    void makesEachSizeAsWebPToo() throws IOException {
        List<Remaking.Made> made = with("webp", Remaking.make(file(picture(1200, 900), "jpeg")));
        assertThat(made).extracting(Remaking.Made::width).containsExactly(1200, 960, 480);
        for (Remaking.Made size : made) {
            ByteBuffer webp = ByteBuffer.wrap(size.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(new String(size.bytes(), 0, 16, StandardCharsets.US_ASCII))
                    .matches("(?s)RIFF....WEBPVP8 ");
            assertThat(webp.getShort(26) & 0x3fff).isEqualTo(size.width());
            assertThat(webp.getShort(28) & 0x3fff).isEqualTo(size.height());
        }
    }

    @Test
    void makesNothingLargerThanItWas() throws IOException {
        assertThat(with("jpg", Remaking.make(file(picture(300, 200), "png"))))
                .extracting(Remaking.Made::width)
                .containsExactly(300);
        assertThat(with("jpg", Remaking.make(file(picture(960, 200), "png"))))
                .extracting(Remaking.Made::width)
                .containsExactly(960, 480);
    }

    /** The memory of a picture while it is read is bounded by leaving out pixels. */
    @Test
    void keepsTheShapeOfAVeryLargePicture() throws IOException {
        assertThat(with("jpg", Remaking.make(file(new BufferedImage(3000, 6000, BufferedImage.TYPE_INT_RGB), "png"))))
                .extracting(Remaking.Made::height)
                .containsExactly(3000, 1920, 960);
    }

    @Test
    void keepsWhatIsTransparent() throws IOException {
        BufferedImage picture = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(5, 5, 0x80ff0000);
        Remaking.Made made = Remaking.make(file(picture, "png")).get(0);
        assertThat(made.extension()).isEqualTo("png");
        assertThat(ImageIO.read(new ByteArrayInputStream(made.bytes())).getRGB(5, 5))
                .isEqualTo(0x80ff0000);
    }

    @Test
    void leavesOutWhatTheFileCarriedAlong() throws IOException {
        byte[] secret = "GPS 38.7223 N 9.1393 W <script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] jpeg = withExif(file(picture(600, 400), "jpeg"), 1, secret);
        byte[] appended = Arrays.copyOf(jpeg, jpeg.length + secret.length);
        System.arraycopy(secret, 0, appended, jpeg.length, secret.length);
        for (Remaking.Made made : Remaking.make(appended)) {
            assertThat(new String(made.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "script", "Exif");
        }
    }

    /** The corner that is red when the picture is upright, as each orientation stores it. */
    @ParameterizedTest
    @CsvSource({
        "1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,0,1", "7,1,1", "8,1,0",
    })
    void turnsPicturesUpright(int orientation, int storedRight, int storedDown) throws IOException {
        BufferedImage stored = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = stored.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(storedRight * 300, storedDown * 100, 100, 100);
        graphics.dispose();
        Remaking.Made made = Remaking.make(withExif(file(stored, "jpeg"), orientation, new byte[0]))
                .get(0);
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(made.bytes()));
        assertThat(upright.getWidth()).isEqualTo(orientation < 5 ? 400 : 200);
        assertThat(new Color(upright.getRGB(30, 30)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(upright.getWidth() - 10, upright.getHeight() - 10)).getRed())
                .isLessThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void refusesWhatIsCutOffOrDamagedAndFailsInNoOtherWay(String format) throws IOException {
        byte[] whole = file(picture(300, 200), format);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Remaking.make(Arrays.copyOf(whole, whole.length / 2)));
        Random random = new Random(11);
        for (int run = 0; run < 100; run++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 8; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Remaking.make(damaged)).isNotEmpty();
            } catch (InvalidInputException refused) {
                assertThat(refused.code()).isIn("not-a-picture", "picture-unreadable", "picture-too-large");
            }
        }
    }

    @Test
    void refusesABombBeforeItIsRead() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Remaking.make(pngHeader(60_000, 60_000)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("picture-too-large"));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Remaking.make(pngHeader(1_000_000, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no picture", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "<html></html>"})
    void refusesWhatIsNoPicture(String content) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Remaking.make(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesOrRemakesEveryHostileFile() throws IOException {
        assumeTrue(Files.isDirectory(MEDIA), "needs the real input beside the clone");
        try (Stream<Path> files = Files.walk(MEDIA)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(path) > Pictures.MOST_BYTES) {
                    continue;
                }
                try {
                    for (Remaking.Made made : Remaking.make(Files.readAllBytes(path))) {
                        assertThat(new String(made.bytes(), StandardCharsets.ISO_8859_1))
                                .as(path.toString())
                                .doesNotContain("<script", "<html");
                    }
                } catch (InvalidInputException refused) {
                    assertThat(refused.getMessage()).isNotBlank();
                }
            }
        }
    }

    private static List<Remaking.Made> with(String extension, List<Remaking.Made> made) {
        return made.stream().filter(size -> size.extension().equals(extension)).toList();
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        Graphics2D graphics = picture.createGraphics();
        for (int i = 0; i < 100; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(width), random.nextInt(height), width / 4, height / 4);
        }
        graphics.dispose();
        return picture;
    }

    private static byte[] file(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** The file with an Exif segment that has an orientation, and something else behind it. */
    private static byte[] withExif(byte[] jpeg, int orientation, byte[] more) {
        ByteBuffer exif = ByteBuffer.allocate(32 + more.length);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII));
        exif.putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.put(more);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + exif.position());
        file.put(jpeg, 0, 2);
        file.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (exif.position() + 2));
        file.put(exif.array(), 0, exif.position());
        file.put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        ByteBuffer file = ByteBuffer.allocate(64);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        file.putInt(13).put(header.array()).putInt((int) crc.getValue());
        return Arrays.copyOf(file.array(), file.position());
    }
}
