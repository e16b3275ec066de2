package org.ardina.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ardina.importing.markup.PlainText;

/** The readers' comments of a WordPress post, without what programs wrote and what moderators threw away. */
final class WxrComments {

    private static final Set<String> WRITTEN_BY_READERS = Set.of("", "comment");
    private static final Map<String, Boolean> APPROVED = Map.of("1", true, "approve", true, "0", false, "hold", false);

    private WxrComments() {}

    static void add(List<Map<String, String>> comments, SourceArticleBuilder article) {
        Map<String, Integer> leftOut = new TreeMap<>();
        for (Map<String, String> comment : comments) {
            String type = field(comment, "comment_type");
            String status = field(comment, "comment_approved");
            String body = PlainText.lines(comment.getOrDefault("comment_content", ""));
            if (!WRITTEN_BY_READERS.contains(type)) {
                leftOut.merge(PlainText.line(type), 1, Integer::sum);
            } else if (!APPROVED.containsKey(status)) {
                leftOut.merge(status.isEmpty() ? "without a status" : PlainText.line(status), 1, Integer::sum);
            } else if (body.isEmpty()) {
                leftOut.merge("empty", 1, Integer::sum);
            } else {
                article.comment(toComment(comment, body, APPROVED.get(status)));
            }
        }
        if (!leftOut.isEmpty()) {
            article.note(leftOut.entrySet().stream()
                    .map(kind -> kind.getValue() + " " + kind.getKey())
                    .collect(Collectors.joining(", ", "comments left out: ", "")));
        }
    }

    private static SourceComment toComment(Map<String, String> comment, String body, boolean approved) {
        String id = field(comment, "comment_id");
        String parent = field(comment, "comment_parent");
        String author = PlainText.line(field(comment, "comment_author"));
        Instant written = SourceDates.parse(field(comment, "comment_date_gmt"));
        return new SourceComment(
                id.isEmpty() ? SourceKey.of(author, field(comment, "comment_date"), body) : id,
                parent.isEmpty() || parent.equals("0") ? null : parent,
                author,
                body,
                written != null ? written : SourceDates.parse(field(comment, "comment_date")),
                approved);
    }

    private static String field(Map<String, String> comment, String name) {
        return comment.getOrDefault(name, "").strip();
    }
}
