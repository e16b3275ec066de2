package org.ardina.web.api;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import org.ardina.importing.ImportProblem;
import org.ardina.importing.ImportStatus;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/**
 * An import and its report.
 *
 * @param progress the part of the file that was read, from 0 to 1
 * @param problems items that were not taken, in the order of the file
 * @param nextProblems the cursor of more problems, null when these are all
 * @param notes items that were taken, with something to know about them
 */
@JsonbNillable
public record ImportView(
        String id,
        String fileName,
        String state,
        boolean dryRun,
        double progress,
        long read,
        long imported,
        long skipped,
        long failed,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        List<ItemView> problems,
        @Nullable String nextProblems,
        List<ItemView> notes,
        @Nullable String nextNotes) {

    public record ItemView(long number, String item, String outcome, String reason) {

        static ItemView of(ImportProblem problem) {
            return new ItemView(
                    problem.number(), problem.item(), problem.outcome().name(), problem.reason());
        }
    }

    static ImportView of(ImportStatus status, Page<ImportProblem> problems, Page<ImportProblem> notes) {
        return new ImportView(
                status.id(),
                status.fileName(),
                status.state().name(),
                status.dryRun(),
                status.fraction(),
                status.counts().read(),
                status.counts().imported(),
                status.counts().skipped(),
                status.counts().failed(),
                status.createdAt(),
                status.finishedAt(),
                status.error(),
                problems.items().stream().map(ItemView::of).toList(),
                problems.next(),
                notes.items().stream().map(ItemView::of).toList(),
                notes.next());
    }
}
