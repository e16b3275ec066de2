package org.ardina.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The addresses of the attachments of a WXR file, which posts refer to by number before and after they come. */
final class WxrMedia {

    private static final int MOST_ATTACHMENTS = 200_000;
    private static final int MOST_CHARACTERS = 32 * 1024 * 1024;
    private static final int LONGEST = 2048;

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, List<String>> byPost = new HashMap<>();
    private int characters;

    private WxrMedia() {}

    /** Reads through the whole file; where it is broken, what came before is taken. */
    static WxrMedia read(SourceFile file) throws IOException {
        WxrMedia media = new WxrMedia();
        try (XmlElements elements = new XmlElements(file.open())) {
            while (elements.nextChild()) {
                media.descend(elements);
            }
        } catch (SourceException broken) {
            // The reading of the items comes to the same place and tells of it.
            return media;
        }
        return media;
    }

    @Nullable String address(String id) {
        return addresses.get(id);
    }

    /** The addresses of what was uploaded for a post. */
    List<String> ofPost(String id) {
        return byPost.getOrDefault(id, List.of()).stream()
                .flatMap(attachment -> Stream.ofNullable(addresses.get(attachment)))
                .toList();
    }

    private void descend(XmlElements elements) throws IOException {
        String name = elements.name();
        if (name.equals("item")) {
            readItem(elements);
        } else if (name.equals("rss") || name.equals("channel")) {
            while (elements.nextChild()) {
                descend(elements);
            }
        } else {
            elements.skip();
        }
    }

    private void readItem(XmlElements elements) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        while (elements.nextChild()) {
            switch (elements.name()) {
                case "post_id", "post_parent", "attachment_url" ->
                    fields.putIfAbsent(elements.name(), elements.text(LONGEST).strip());
                default -> elements.skip();
            }
        }
        String id = fields.getOrDefault("post_id", "");
        String address = fields.getOrDefault("attachment_url", "");
        boolean sound = !id.isEmpty() && !address.isEmpty() && id.length() + address.length() <= LONGEST;
        if (sound && addresses.size() < MOST_ATTACHMENTS && characters < MOST_CHARACTERS) {
            characters += id.length() + address.length();
            addresses.put(id, address);
            byPost.computeIfAbsent(fields.getOrDefault("post_parent", "0"), post -> new ArrayList<>())
                    .add(id);
        }
    }
}
