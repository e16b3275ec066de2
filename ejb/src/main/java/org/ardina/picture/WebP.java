package org.ardina.picture;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * WebP (RFC 9649), about a third smaller than JPEG, where its native library can be loaded. It only ever writes pixels that
 * the platform has read: no file of anybody's comes near it.
 */
final class WebP {

    static final String EXTENSION = "webp";

    private static final Logger LOG = Logger.getLogger(WebP.class.getName());

    private static final float QUALITY = 0.78f;

    private static final boolean AVAILABLE = load();

    private WebP() {}

    /** The picture as a file, or null where there is no WebP. */
    static byte @Nullable [] encode(BufferedImage image) {
        if (!AVAILABLE) {
            return null;
        }
        try {
            return write(image);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static byte[] write(BufferedImage image) throws IOException {
        // Asked of the library itself: the platform's registry shall not know that it could also read.
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType("Lossy");
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static boolean load() {
        try {
            return write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)).length > 0;
        } catch (LinkageError | RuntimeException | IOException absent) {
            LOG.log(Level.WARNING, "Pictures are made as JPEG and PNG only, without WebP", absent);
            return false;
        }
    }
}
