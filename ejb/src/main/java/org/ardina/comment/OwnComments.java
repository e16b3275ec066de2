package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ardina.account.PersonalData;

/** Somebody's comments, in the export of their data. */
@ApplicationScoped
class OwnComments implements PersonalData {

    private static final int MOST = 10_000;

    @Inject
    private CommentRepository comments;

    @Override
    public String name() {
        return "comments";
    }

    @Override
    public Object of(String account) {
        return comments.ofAccount(account, null, null, MOST).stream()
                .map(OwnComments::export)
                .toList();
    }

    private static Map<String, Object> export(Comment comment) {
        Map<String, Object> export = new LinkedHashMap<>();
        export.put("id", comment.id().value());
        export.put("article", comment.article().value());
        export.put("body", comment.body());
        export.put("state", comment.state().told().name());
        export.put("writtenAt", comment.writtenAt());
        export.put("likes", comment.likes());
        Decision decision = comment.review().decision();
        if (decision != null && decision.reason() != null) {
            export.put("reason", decision.reason().name());
        }
        Appeal appeal = comment.review().appeal();
        if (appeal != null) {
            export.put("appeal", appeal.text());
        }
        return export;
    }
}
