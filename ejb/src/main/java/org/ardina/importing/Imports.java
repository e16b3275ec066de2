package org.ardina.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import org.ardina.account.Role;
import org.ardina.job.Jobs;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** Starting imports and watching them, for administrators. */
@Stateless
@RolesAllowed(Role.ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Imports {

    /** The most that one look at a report shows of it. */
    public static final int MAXIMUM_PROBLEMS = 1000;

    @Inject
    private ImportRepository repository;

    @Inject
    private Jobs jobs;

    /** Does nothing; who may not import is refused, before a large upload is taken in. */
    public void requireAllowed() {}

    /**
     * Keeps the file and queues its import. It is done by any replica, and taken up again where it was if that dies.
     *
     * @param format one of {@link SourceFormats#names}; absent: recognised
     * @param dryRun tells what would happen, and stores nothing
     * @return the id of the import
     * @throws InvalidInputException if the format is none
     */
    public String start(String fileName, @Nullable String format, boolean dryRun, InputStream content) {
        if (format != null && !SourceFormats.names().contains(format)) {
            throw new InvalidInputException(
                    "unknown-format",
                    "The format is one of " + String.join(", ", SourceFormats.names()) + ", or left out.");
        }
        String file = repository.storeFile(fileName, content);
        String id = repository.insert(fileName, format, dryRun, file);
        jobs.add(ImportJob.KIND, id);
        return id;
    }

    /**
     * How far an import is.
     *
     * @throws NotFoundException if there is no such import
     */
    public ImportStatus find(String id) {
        return repository.find(id).orElseThrow(() -> new NotFoundException("import"));
    }

    /** The imports that were started last, newest first. */
    public List<ImportStatus> recent(int limit) {
        return repository.findRecent(bounded(limit));
    }

    /**
     * What was not taken and why, in the order of the file.
     *
     * @param cursor {@link Page#next} of the page before; absent for the first
     * @param limit from 1 to {@value #MAXIMUM_PROBLEMS}
     */
    public Page<ImportProblem> problems(String id, @Nullable String cursor, int limit) {
        return repository.findProblems(id, false, after(cursor), bounded(limit));
    }

    /** What there is to know of items that were taken; otherwise as {@link #problems}. */
    public Page<ImportProblem> notes(String id, @Nullable String cursor, int limit) {
        return repository.findProblems(id, true, after(cursor), bounded(limit));
    }

    private static int bounded(int limit) {
        if (limit < 1 || limit > MAXIMUM_PROBLEMS) {
            throw new InvalidInputException(
                    "invalid-limit", "The limit is a number from 1 to " + MAXIMUM_PROBLEMS + ".");
        }
        return limit;
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw new InvalidInputException("invalid-cursor", "The cursor is not one that a report gave out.");
        }
        return Long.parseLong(cursor);
    }
}
