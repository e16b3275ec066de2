package org.ardina.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.ardina.problem.InvalidInputException;

/**
 * Makes a picture anew in several sizes. Nothing of the file that came is in the files that are made but what can be
 * seen: no Exif, no place where it was taken, nothing hidden behind the end. What a file is, is found out by reading it,
 * never by its name.
 */
final class Remaking {

    /** More pixels than this are refused before any of them is read. */
    static final long MOST_PIXELS = 50_000_000;

    static final int LONGEST_SIDE = 16_000;

    /**
     * A picture takes at most so much memory while it is read, which is a small part of a replica's; of a larger one some
     * pixels are left out. What a telephone takes, with 12 million pixels, just fits.
     */
    private static final long MOST_BYTES_IN_MEMORY = 40L << 20;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif");
    private static final String PLATFORM = "java.desktop";
    private static final float QUALITY = 0.82f;

    private Remaking() {}

    /** One size of a picture in one format. */
    @SuppressWarnings("ArrayRecordComponent") // On its way to the store: never compared, and never written to.
    record Made(int width, int height, String extension, byte[] bytes) {}

    /**
     * The files of a picture, the largest first, each size as JPEG or PNG and then, where there is WebP, as that.
     *
     * @throws InvalidInputException if it is no picture, a broken one, or too large; the message says what to do
     */
    static List<Made> make(byte[] file) {
        BufferedImage image = read(file);
        boolean transparent = image.getColorModel().hasAlpha();
        List<Integer> widths = new ArrayList<>(PictureAddress.WIDTHS);
        widths.removeIf(width -> width >= image.getWidth());
        widths.add(Math.min(image.getWidth(), PictureAddress.WIDTHS.get(PictureAddress.WIDTHS.size() - 1)));
        List<Made> made = new ArrayList<>();
        BufferedImage current = image;
        for (int width :
                widths.stream().distinct().sorted(Comparator.reverseOrder()).toList()) {
            current = scaled(current, width, transparent);
            made.add(write(current, transparent));
            byte[] webp = WebP.encode(current);
            if (webp != null) {
                made.add(new Made(current.getWidth(), current.getHeight(), WebP.EXTENSION, webp));
            }
        }
        return made;
    }

    private static BufferedImage read(byte[] file) {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            ImageReader reader = ofThePlatform(readers);
            try {
                return read(reader, input, file);
            } finally {
                reader.dispose();
            }
        } catch (InvalidInputException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // The platform's readers throw exceptions of many kinds for files that are broken.
            throw unreadable();
        }
    }

    /** A reader that comes with Java and is written in it, but for libjpeg: never one that a library brought along. */
    private static ImageReader ofThePlatform(Iterator<ImageReader> readers) {
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (PLATFORM.equals(reader.getClass().getModule().getName())) {
                return reader;
            }
            reader.dispose();
        }
        throw notAPicture();
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream input, byte[] file) throws IOException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw notAPicture();
        }
        AtomicBoolean warned = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) ->
                warned.compareAndSet(false, warning.toLowerCase(Locale.ROOT).contains("premature")));
        reader.setInput(input, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1) {
            throw unreadable();
        }
        if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw new InvalidInputException(
                    "picture-too-large",
                    "This picture has " + width + " × " + height + " pixels. Make it smaller: at most "
                            + MOST_PIXELS / 1_000_000 + " million pixels, and " + LONGEST_SIDE + " on a side.");
        }
        Orientation orientation = format.equals("jpeg") ? Orientation.of(file) : Orientation.UPRIGHT;
        int step = step(reader, width, height, orientation);
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, parameters);
        if (warned.get()) {
            throw unreadable();
        }
        return upright(image, orientation);
    }

    /** Of how many pixels one is read, in each direction: twice the widest size that is made is enough to make it of. */
    private static int step(ImageReader reader, int width, int height, Orientation orientation) throws IOException {
        int widest = PictureAddress.WIDTHS.get(PictureAddress.WIDTHS.size() - 1);
        int step = Math.max(1, (orientation.isSideways() ? height : width) / (2 * widest));
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        long bits = types.hasNext() ? types.next().getColorModel().getPixelSize() : Integer.SIZE;
        while ((long) (width / step) * (height / step) * bits / Byte.SIZE > MOST_BYTES_IN_MEMORY) {
            step++;
        }
        return step;
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        if (orientation.value() == 1) {
            return image;
        }
        int width = orientation.isSideways() ? image.getHeight() : image.getWidth();
        int height = orientation.isSideways() ? image.getWidth() : image.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, orientation.upright(image.getWidth(), image.getHeight()), null);
        graphics.dispose();
        return turned;
    }

    /** The picture in that width, halved step by step first, as one large step would leave out pixels. */
    private static BufferedImage scaled(BufferedImage image, int width, boolean transparent) {
        BufferedImage current = image;
        while (current.getWidth() >= 2 * width) {
            current = drawn(current, current.getWidth() / 2, transparent);
        }
        return drawn(current, width, transparent);
    }

    private static BufferedImage drawn(BufferedImage image, int width, boolean transparent) {
        int height = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
        BufferedImage drawn = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        if (!transparent) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
        }
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(
                image,
                AffineTransform.getScaleInstance(
                        (double) width / image.getWidth(), (double) height / image.getHeight()),
                null);
        graphics.dispose();
        return drawn;
    }

    private static Made write(BufferedImage image, boolean transparent) {
        String format = transparent ? "png" : "jpeg";
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (!transparent) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            writer.dispose();
        }
        return new Made(image.getWidth(), image.getHeight(), transparent ? "png" : "jpg", bytes.toByteArray());
    }

    private static InvalidInputException notAPicture() {
        return new InvalidInputException(
                "not-a-picture", "This is no picture that can be used here. Save it as JPEG, PNG or GIF.");
    }

    private static InvalidInputException unreadable() {
        return new InvalidInputException(
                "picture-unreadable",
                "This picture is damaged, cut off, or in a form that cannot be read here. Open it in a program for"
                        + " pictures and save it again as JPEG or PNG.");
    }
}
