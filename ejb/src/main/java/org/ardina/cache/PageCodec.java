package org.ardina.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Pages as bytes for Redis. The first byte is the version of the form; a replica ignores those that it does not know. */
final class PageCodec {

    private static final Logger LOG = Logger.getLogger(PageCodec.class.getName());
    private static final byte VERSION = 3;
    private static final int MOST_HOLES = 1000;
    private static final int LARGEST = 16 * 1024 * 1024;

    private PageCodec() {}

    /** The page in bytes; it must have a generation. */
    static byte[] write(CachedPage page, Generation generation) {
        HoledGzip holed = page.holed();
        byte[] gzip = holed.bytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(gzip.length + 1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            Lifetime lifetime = page.lifetime();
            out.writeLong(lifetime.storedAt());
            out.writeLong(lifetime.freshUntil());
            out.writeLong(lifetime.staleUntil());
            out.writeInt(lifetime.renderMillis());
            out.writeUTF(generation.epoch());
            out.writeLong(generation.sequence());
            CachedPage.Head head = page.head();
            out.writeShort(head.status());
            out.writeUTF(head.mediaType());
            out.writeUTF(head.location() == null ? "" : head.location());
            out.writeUTF(head.hash());
            out.writeUTF(head.tags());
            out.writeInt(page.marks().length);
            for (int mark : page.marks()) {
                out.writeShort(mark);
            }
            write(holed, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    /** The page, or null if the bytes are of another version or damaged. */
    static @Nullable CachedPage read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return null;
            }
            Lifetime lifetime = new Lifetime(in.readLong(), in.readLong(), in.readLong(), in.readInt());
            Generation generation = new Generation(in.readUTF(), in.readLong());
            int status = in.readShort();
            String mediaType = in.readUTF();
            String location = in.readUTF();
            CachedPage.Head head = new CachedPage.Head(
                    status, mediaType, location.isEmpty() ? null : location, in.readUTF(), in.readUTF());
            int[] marks = new int[size(in.readInt(), PageTags.MARKS)];
            for (int i = 0; i < marks.length; i++) {
                marks[i] = in.readUnsignedShort();
            }
            HoledGzip gzip = readHoled(in);
            return new CachedPage(head, marks, lifetime, generation, gzip, null);
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.log(Level.WARNING, "A page in Redis cannot be read and is rendered anew", damaged);
            return null;
        }
    }

    private static void write(HoledGzip gzip, DataOutputStream out) throws IOException {
        out.writeShort(gzip.holes().size());
        for (Hole hole : gzip.holes()) {
            out.writeUTF(hole.name());
            out.writeInt(hole.from());
            out.writeInt(hole.to());
        }
        for (int cut : gzip.cuts()) {
            out.writeInt(cut);
        }
        for (int checksum : gzip.checksums()) {
            out.writeInt(checksum);
        }
        write(gzip.bytes(), out);
    }

    private static HoledGzip readHoled(DataInputStream in) throws IOException {
        int count = size(in.readShort(), MOST_HOLES);
        List<Hole> holes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            holes.add(new Hole(in.readUTF(), size(in.readInt(), LARGEST), size(in.readInt(), LARGEST)));
        }
        int[] cuts = new int[2 * count];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = size(in.readInt(), LARGEST);
        }
        int[] checksums = new int[count + 1];
        for (int i = 0; i < checksums.length; i++) {
            checksums[i] = in.readInt();
        }
        return HoledGzip.of(readBytes(in), holes, cuts, checksums);
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[size(in.readInt(), LARGEST)];
        in.readFully(bytes);
        return bytes;
    }

    private static int size(int size, int largest) throws IOException {
        if (size < 0 || size > largest) {
            throw new IOException("A length of " + size + " is impossible");
        }
        return size;
    }
}
