package org.ardina.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.ardina.account.Caller;
import org.ardina.account.Role;
import org.ardina.audit.AuditTrail;
import org.ardina.limit.Limit;
import org.ardina.limit.Limits;
import org.ardina.problem.BusyException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.TooLargeException;
import org.ardina.problem.TooManyRequestsException;

/** Takes pictures, and gives them out. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Pictures {

    /** The largest file that is taken, in bytes. */
    public static final long MOST_BYTES = 20L << 20;

    /** Where pictures are found. */
    public static final String PATH = "/media/";

    private static final Limit UPLOADS = new Limit("pictures", 200, Duration.ofHours(1));
    private static final Pattern NAME =
            Pattern.compile("[0-9a-f]{32}-[0-9]{1,4}(?:x[0-9]{1,5}(?:-webp)?)?\\.(?:jpg|png|webp)");
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("jpg", "image/jpeg", "png", "image/png", WebP.EXTENSION, "image/webp");
    private static final int ID_LENGTH = 32;
    private static final long KEPT_BYTES = 16L << 20;
    private static final long PATIENCE_SECONDS = 20;

    /** One at a time, so that many large pictures at once take no more memory than one. */
    private final Semaphore turns = new Semaphore(1);

    private final Cache<String, PictureFile> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((String name, PictureFile file) -> file.bytes().length + 200)
            .build();

    @Inject
    private PictureRepository pictures;

    @Inject
    private Limits limits;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /**
     * Keeps a picture in several sizes. The same file is kept once.
     *
     * @param content of any origin, trusted in nothing; it is not closed
     * @throws InvalidInputException if it is no picture, a broken one, or has too many pixels
     * @throws TooLargeException if it has more than {@value #MOST_BYTES} bytes
     * @throws TooManyRequestsException after too many pictures in an hour
     * @throws BusyException if too many others upload
     */
    @RolesAllowed(Role.WRITER)
    public StoredPicture upload(InputStream content) {
        String account = caller.requireAccountId();
        limits.take(UPLOADS, account);
        awaitTurn();
        try {
            return upload(read(content), account);
        } finally {
            turns.release();
        }
    }

    private StoredPicture upload(byte[] file, String account) {
        String id = hash(file).substring(0, ID_LENGTH);
        Optional<StoredPicture> known = pictures.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        List<Remaking.Made> made = Remaking.make(file);
        Remaking.Made largest = made.get(0);
        PictureAddress address = new PictureAddress(
                id,
                largest.width(),
                largest.height(),
                made.stream().anyMatch(size -> size.extension().equals(WebP.EXTENSION)),
                largest.extension());
        for (Remaking.Made size : made) {
            pictures.store(address.name(size.width(), size.extension()), size.bytes());
        }
        StoredPicture picture = new StoredPicture(address);
        pictures.insert(picture, account);
        audit.note("picture.uploaded", "picture:" + id, Map.of());
        return picture;
    }

    /** The file of that name, which never changes. */
    public Optional<PictureFile> open(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        PictureFile near = kept.getIfPresent(name);
        if (near != null) {
            return Optional.of(near);
        }
        String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        return pictures.open(name).map(bytes -> {
            PictureFile file = new PictureFile(type == null ? "application/octet-stream" : type, bytes);
            kept.put(name, file);
            return file;
        });
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException("Too many pictures come at once. Send this one again in a moment.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BusyException("The site is being stopped. Send this picture again in a moment.");
        }
    }

    private static byte[] read(InputStream content) {
        try {
            byte[] file = content.readNBytes((int) MOST_BYTES + 1);
            if (file.length > MOST_BYTES) {
                throw new TooLargeException(MOST_BYTES);
            }
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
