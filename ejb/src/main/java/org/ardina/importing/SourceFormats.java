package org.ardina.importing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of files that can be imported, and the way into them. */
final class SourceFormats {

    private static final List<SourceFormat> FORMATS =
            List.of(new WxrFormat(), new GhostFormat(), new FeedFormat(), new JsonLinesFormat());

    private SourceFormats() {}

    /** The names by which callers choose a format. */
    static List<String> names() {
        return FORMATS.stream().map(SourceFormat::name).toList();
    }

    /**
     * Opens a file, plain, gzipped or inside a zip, for one reading.
     *
     * @param formatName wxr, ghost, rss or jsonl; null to recognise it
     * @throws SourceException if the file is of none of these formats, or not of the named one
     */
    static ArticleSource open(SourceFile file, @Nullable String formatName) throws IOException {
        return switch (Compression.of(file)) {
            case NONE -> openPlain(file, formatName);
            case GZIP -> openPlain(new GzipFile(file), formatName);
            case ZIP -> openZip(new ZipFiles(file), formatName);
        };
    }

    private static ArticleSource openPlain(SourceFile file, @Nullable String formatName) throws IOException {
        byte[] beginning = Compression.beginning(file);
        if (beginning.length == 0) {
            throw new SourceException("The file is empty");
        }
        if (Compression.of(beginning) != Compression.NONE) {
            throw new SourceException("The file is an archive inside an archive; unpack it first");
        }
        SourceFormat format = formatName == null ? recognise(beginning) : named(formatName);
        if (format == null) {
            throw unrecognised();
        }
        return format.open(file);
    }

    /** Takes the files of the zip that are of the format; the others, such as pictures, are not looked at further. */
    private static ArticleSource openZip(ZipFiles zip, @Nullable String formatName) throws IOException {
        SourceFormat expected = formatName == null ? null : named(formatName);
        List<ZipFiles.Entry> exports = zip.entries(beginning -> {
            SourceFormat found = recognise(beginning);
            return expected == null || expected.equals(found) ? found : null;
        });
        List<SourceFormat> formats =
                exports.stream().map(ZipFiles.Entry::format).distinct().toList();
        if (formats.isEmpty()) {
            throw new SourceException("The zip holds no file that is "
                    + (formatName == null ? "WXR, Ghost, RSS/Atom/JSON Feed or JSON Lines" : formatName));
        }
        if (formats.size() > 1) {
            throw new SourceException("The zip holds files of several formats; name the one to import");
        }
        return new SourceSequence(
                formats.get(0), exports.stream().map(zip::file).toList());
    }

    private static @Nullable SourceFormat recognise(byte[] beginning) {
        return FORMATS.stream()
                .filter(format -> format.recognises(beginning))
                .findFirst()
                .orElse(null);
    }

    private static SourceFormat named(String name) throws SourceException {
        return FORMATS.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SourceException("There is no format “" + name + "”; there are "
                        + FORMATS.stream().map(SourceFormat::name).collect(Collectors.joining(", "))));
    }

    private static SourceException unrecognised() {
        return new SourceException("This is neither WXR, Ghost, RSS/Atom/JSON Feed nor JSON Lines; "
                + "name the format or check the file");
    }
}
