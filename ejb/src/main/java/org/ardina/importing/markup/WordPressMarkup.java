package org.ardina.importing.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a WordPress post, from the classic editor or the block editor, as HTML. */
public final class WordPressMarkup {

    private static final String BLOCK = "<!-- wp:";
    /** A block that the server fills when it is shown, https://developer.wordpress.org/block-editor/. */
    private static final Pattern DYNAMIC_BLOCK =
            Pattern.compile("<!-- wp:([a-z][a-z0-9/-]{0,80})(?: \\{[^\\n]{0,2000}?\\})? /-->");

    private static final Pattern EMBEDDED_ADDRESS = Pattern.compile(
            "(<(?:p|div class=\"wp-block-embed__wrapper\")>)\\s{0,20}(https?://[^\\s<>\"]+)\\s{0,20}(?=</)");

    private WordPressMarkup() {}

    /**
     * A body that was converted.
     *
     * @param html not yet sanitised
     * @param notes what could not be kept
     */
    public record Converted(String html, List<String> notes) {}

    /** Where the pictures of a gallery are found. */
    @FunctionalInterface
    public interface Gallery {

        /** The addresses of the pictures with these ids, or of all of the post when no ids are given. */
        List<String> pictures(List<String> ids);
    }

    public static Converted convert(String content, Gallery gallery) {
        List<String> notes = new ArrayList<>();
        boolean blocks = content.contains(BLOCK);
        if (blocks) {
            noteDynamicBlocks(content, notes);
        }
        String withoutComments = withoutComments(content);
        String expanded = new Shortcodes(gallery, notes).expand(withoutComments);
        String html = blocks ? expanded : Paragraphs.of(expanded);
        return new Converted(EMBEDDED_ADDRESS.matcher(html).replaceAll("$1<a href=\"$2\">$2</a>"), notes);
    }

    private static void noteDynamicBlocks(String content, List<String> notes) {
        Set<String> names = new TreeSet<>();
        Matcher block = DYNAMIC_BLOCK.matcher(content);
        while (block.find() && names.size() < 20) {
            names.add(block.group(1));
        }
        if (!names.isEmpty()) {
            notes.add("blocks left out because their content is not in the export: " + String.join(", ", names));
        }
    }

    private static String withoutComments(String content) {
        StringBuilder rest = new StringBuilder(content.length());
        int position = 0;
        int start = content.indexOf("<!--");
        while (start >= 0) {
            rest.append(content, position, start);
            int end = content.indexOf("-->", start);
            position = end < 0 ? content.length() : end + 3;
            start = content.indexOf("<!--", position);
        }
        return rest.append(content, position, content.length()).toString();
    }
}
