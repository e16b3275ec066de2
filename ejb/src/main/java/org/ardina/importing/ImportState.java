package org.ardina.importing;

/** How far an import is. */
public enum ImportState {
    /** Waiting for a worker. */
    QUEUED,
    RUNNING,
    /** The whole file was read. */
    FINISHED,
    /** The file could not be read to its end; what was imported before stays. */
    FAILED
}
