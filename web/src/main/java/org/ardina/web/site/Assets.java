package org.ardina.web.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The site's own files. Those of the pages have a part of their content's hash in their address, as in
 * {@code /assets/site.0f3a5b7c9d.css}; those of the demonstration edition keep their names.
 */
public final class Assets {

    /** What every address of an asset begins with. */
    public static final String ROOT = "/assets/";

    private static final List<String> NAMES =
            List.of("site.css", "console.css", "console.js", "embed.js", "icon.svg", "icon.png", "card.png");
    private static final int HASH_BYTES = 6;
    private static final Pattern DEMONSTRATION = Pattern.compile("demonstration/[a-z0-9-]{1,64}\\.svg");

    private static final Map<String, String> PATHS = new HashMap<>();
    private static final Map<String, Asset> HASHED = new HashMap<>();
    private static final Map<String, Asset> DEMONSTRATIONS = new ConcurrentHashMap<>();

    static {
        for (String name : NAMES) {
            byte[] bytes = read(name);
            if (bytes == null) {
                throw new IllegalStateException("No asset " + name);
            }
            int dot = name.lastIndexOf('.');
            String path = ROOT + name.substring(0, dot) + '.' + hash(bytes) + name.substring(dot);
            PATHS.put(name, path);
            HASHED.put(path, new Asset(mediaType(name), bytes, hash(bytes), true));
        }
    }

    private Assets() {}

    /**
     * The address of an asset by its plain name, as {@code site.css}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static String path(String name) {
        String path = PATHS.get(name);
        if (path == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return path;
    }

    /** The asset at an address within the site, as {@link #path(String)} gives it. */
    public static Optional<Asset> find(String path) {
        Asset hashed = HASHED.get(path);
        if (hashed != null || !path.startsWith(ROOT)) {
            return Optional.ofNullable(hashed);
        }
        String name = path.substring(ROOT.length());
        if (!DEMONSTRATION.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(DEMONSTRATIONS.computeIfAbsent(name, Assets::demonstration));
    }

    private static @Nullable Asset demonstration(String name) {
        byte[] bytes = read(name);
        return bytes == null ? null : new Asset(mediaType(name), bytes, hash(bytes), false);
    }

    private static byte @Nullable [] read(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream("assets/" + name)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
