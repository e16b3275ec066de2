package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.ardina.importing.ImportProblem;
import org.ardina.importing.ImportState;
import org.ardina.importing.ImportStatus;
import org.ardina.importing.Imports;
import org.jspecify.annotations.Nullable;

/** The imports that were started last, and the report of one. */
@Named("importDesk")
@RequestScoped
public class ImportDesk {

    private static final int SHOWN = 20;
    private static final int MOST_PROBLEMS = 200;

    @Inject
    private Imports imports;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    private @Nullable ImportStatus status;

    public void open() {
        response.orList(this::getStatus, ConsolePage.IMPORTS);
    }

    public List<ImportStatus> getRows() {
        return imports.recent(SHOWN);
    }

    /** The import in the address of the page; absent where it names none. */
    public @Nullable ImportStatus getStatus() {
        String id = parameters.given("id");
        if (status == null && id != null) {
            status = imports.find(id);
        }
        return status;
    }

    public boolean isRunning() {
        ImportStatus shown = getStatus();
        return shown != null && isRunning(shown);
    }

    public boolean isRunning(ImportStatus listed) {
        return listed.state() == ImportState.QUEUED || listed.state() == ImportState.RUNNING;
    }

    public int percent(ImportStatus listed) {
        return (int) Math.round(listed.fraction() * 100);
    }

    public List<ImportProblem> getProblems() {
        ImportStatus shown = getStatus();
        return shown == null
                ? List.of()
                : imports.problems(shown.id(), null, MOST_PROBLEMS).items();
    }

    public List<ImportProblem> getNotes() {
        ImportStatus shown = getStatus();
        return shown == null
                ? List.of()
                : imports.notes(shown.id(), null, MOST_PROBLEMS).items();
    }
}
