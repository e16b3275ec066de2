package org.ardina.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ardina.importing.markup.PlainText;
import org.jspecify.annotations.Nullable;

/** What the posts of a Ghost export refer to by id: authors and tags, which come before or after them. */
final class GhostRelations {

    private static final Set<String> TABLES = Set.of("users", "tags", "posts_tags", "posts_authors", "settings");
    private static final Set<String> FIELDS =
            Set.of("id", "name", "slug", "visibility", "post_id", "tag_id", "author_id", "sort_order", "key", "value");
    private static final Set<String> LANGUAGE_SETTINGS = Set.of("locale", "lang", "default_locale", "defaultLang");
    private static final int MOST_ROWS = 1_000_000;
    private static final int LONGEST = 500;

    private final Map<String, SourceAuthor> users = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, List<Link>> tagsOfPosts = new HashMap<>();
    private final Map<String, List<Link>> authorsOfPosts = new HashMap<>();
    private @Nullable String language;

    private GhostRelations() {}

    /** A post's link to a row of another table. */
    private record Link(String target, int order) {}

    /**
     * Reads through the whole file; where it is broken, what came before is taken.
     *
     * @throws SourceException if there are more rows than any newsroom has
     */
    static GhostRelations read(SourceFile file) throws IOException {
        GhostRelations relations = new GhostRelations();
        int rows = 0;
        try (GhostTables tables = new GhostTables(file.open(), TABLES)) {
            while (tables.nextRow()) {
                rows++;
                if (rows > MOST_ROWS) {
                    break;
                }
                relations.add(tables.table(), tables.row(FIELDS));
            }
        } catch (SourceException broken) {
            // The reading of the posts comes to the same place and tells of it.
            return relations;
        }
        if (rows > MOST_ROWS) {
            throw new SourceException("The export relates more than " + MOST_ROWS + " authors and tags to posts");
        }
        return relations;
    }

    @Nullable String language() {
        return language;
    }

    /** The names of a post's public tags, the primary one first. */
    List<String> tags(String post) {
        return tagsOfPosts.getOrDefault(post, List.of()).stream()
                .sorted(Comparator.comparingInt(Link::order))
                .flatMap(link -> Stream.ofNullable(tags.get(link.target())))
                .toList();
    }

    /** A post's authors in their order; exports before Ghost 1.22 name only one, in the post itself. */
    List<SourceAuthor> authors(String post, String onlyAuthor) {
        List<SourceAuthor> several = authorsOfPosts.getOrDefault(post, List.of()).stream()
                .sorted(Comparator.comparingInt(Link::order))
                .flatMap(link -> Stream.ofNullable(users.get(link.target())))
                .toList();
        return several.isEmpty() ? Stream.ofNullable(users.get(onlyAuthor)).toList() : several;
    }

    private void add(String table, JsonRecord row) {
        String id = text(row, "id");
        String name = text(row, "name");
        switch (table) {
            case "users" -> users.put(id, new SourceAuthor(text(row, "slug"), name));
            case "tags" -> {
                if (!name.startsWith("#") && !text(row, "visibility").equals("internal")) {
                    tags.put(id, name);
                }
            }
            case "posts_tags" -> link(tagsOfPosts, row, "tag_id");
            case "posts_authors" -> link(authorsOfPosts, row, "author_id");
            default -> {
                if (LANGUAGE_SETTINGS.contains(text(row, "key"))
                        && !text(row, "value").isEmpty()) {
                    language = text(row, "value");
                }
            }
        }
    }

    private static void link(Map<String, List<Link>> links, JsonRecord row, String target) {
        int order;
        try {
            order = Integer.parseInt(text(row, "sort_order"));
        } catch (NumberFormatException absent) {
            order = 0;
        }
        links.computeIfAbsent(text(row, "post_id"), post -> new ArrayList<>(1)).add(new Link(text(row, target), order));
    }

    private static String text(JsonRecord row, String name) {
        return PlainText.cut(row.textOrEmpty(name), LONGEST);
    }
}
