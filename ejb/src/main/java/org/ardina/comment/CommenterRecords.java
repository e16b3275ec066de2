package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.ardina.account.Accounts;
import org.ardina.account.Profile;
import org.ardina.problem.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Gathers for administrators what is known of people who comment. */
@ApplicationScoped
class CommenterRecords {

    @Inject
    private CommenterRepository commenters;

    @Inject
    private CommentRepository comments;

    @Inject
    private ReportRepository reports;

    @Inject
    private Accounts accounts;

    /** The records of these accounts. */
    Map<String, CommenterRecord> of(Collection<String> ids) {
        Map<String, CommenterRecord> records = new HashMap<>();
        commenters
                .find(ids)
                .forEach((id, standing) -> records.put(
                        id,
                        new CommenterRecord(
                                profile(id),
                                standing,
                                comments.ofAccount(id, null, null, CommenterRecord.MOST),
                                reports.count(id, Report.Outcome.UPHELD),
                                reports.count(id, Report.Outcome.DISMISSED))));
        return records;
    }

    private @Nullable Profile profile(String account) {
        try {
            return accounts.find(account);
        } catch (NotFoundException gone) {
            return null;
        }
    }
}
