package org.ardina.change;

import java.util.List;

/**
 * Wants to know what has changed. It may be told twice, and of an old change late; what counts is what the store says
 * now.
 */
public interface ChangeListener {

    /** The order in which listeners are told. */
    enum Stage {
        /** Keeps what pages are rendered from, so that no new page shows the old. */
        BENEATH_PAGES,
        PAGES,
        BESIDE_PAGES
    }

    Stage stage();

    /** Told again if it throws because a store is away; any other exception is a defect and logged. */
    void changed(List<Change> changes);

    /** So much has changed that it is not told one by one: anything may be different. */
    void changedMuch();
}
