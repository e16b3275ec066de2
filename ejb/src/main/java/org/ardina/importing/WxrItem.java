package org.ardina.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One item of a WXR file as it stands there. */
final class WxrItem {

    private static final Pattern NAMESPACE = Pattern.compile("https?://wordpress\\.org/export/.*");
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    /** Of all texts of an item together, in characters. */
    private static final int LARGEST = 2 * SourceArticleBuilder.LONGEST_BODY;

    private static final int LONGEST_FIELD = 100_000;
    private static final String FEATURED_PICTURE = "_thumbnail_id";

    private final Map<String, String> fields = new HashMap<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<Map<String, String>> comments = new ArrayList<>();
    private @Nullable String featuredPicture;
    private int size;

    private WxrItem() {}

    /**
     * A category, tag or other term of the item.
     *
     * @param domain its taxonomy, empty when it is not said
     */
    record Term(String domain, String name) {}

    /** Reads the item at whose beginning the elements stand. */
    static WxrItem read(XmlElements elements) throws IOException {
        WxrItem item = new WxrItem();
        while (elements.nextChild()) {
            item.readChild(elements);
        }
        return item;
    }

    static boolean isWordPress(String namespace) {
        return NAMESPACE.matcher(namespace).matches();
    }

    /** A field by its local name, empty when it is absent; the body is {@code content}, the excerpt {@code excerpt}. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    List<Term> terms() {
        return terms;
    }

    List<Map<String, String>> comments() {
        return comments;
    }

    /** The id of the attachment that stands over the post. */
    @Nullable String featuredPicture() {
        return featuredPicture;
    }

    /** Whether parts were left out because the item is larger than any article. */
    boolean isTooLarge() {
        return size > LARGEST || field("content").length() > SourceArticleBuilder.LONGEST_BODY;
    }

    private void readChild(XmlElements elements) throws IOException {
        String name = elements.name();
        if (name.equals("encoded")) {
            String part = elements.namespace().equals(CONTENT) ? "content" : "excerpt";
            put(part, text(elements, SourceArticleBuilder.LONGEST_BODY));
        } else if (name.equals("category")) {
            Term term = new Term(elements.attribute("domain"), text(elements, LONGEST_FIELD));
            terms.add(term);
        } else if (isWordPress(elements.namespace()) && name.equals("postmeta")) {
            readMeta(elements);
        } else if (isWordPress(elements.namespace()) && name.equals("comment")) {
            readComment(elements);
        } else {
            put(name, text(elements, LONGEST_FIELD).strip());
        }
    }

    private void readMeta(XmlElements elements) throws IOException {
        String key = "";
        while (elements.nextChild()) {
            if (elements.name().equals("meta_key")) {
                key = elements.text(LONGEST_FIELD).strip();
            } else if (elements.name().equals("meta_value") && key.equals(FEATURED_PICTURE)) {
                featuredPicture = elements.text(LONGEST_FIELD).strip();
            } else {
                elements.skip();
            }
        }
    }

    private void readComment(XmlElements elements) throws IOException {
        Map<String, String> comment = new HashMap<>();
        while (elements.nextChild()) {
            if (elements.name().equals("commentmeta")) {
                elements.skip();
            } else {
                comment.put(elements.name(), text(elements, LONGEST_FIELD));
            }
        }
        comments.add(comment);
    }

    /** The first of several fields of a name is the one that counts, as in WordPress. */
    private void put(String name, String text) {
        if (fields.getOrDefault(name, "").isEmpty()) {
            fields.put(name, text);
        }
    }

    private String text(XmlElements elements, int longest) throws IOException {
        String text = elements.text(Math.max(0, Math.min(longest, LARGEST - size)));
        size += text.length() + 1;
        return text;
    }
}
