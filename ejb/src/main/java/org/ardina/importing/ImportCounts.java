package org.ardina.importing;

/** What became of the items read: {@code read = imported + skipped + failed}. */
public record ImportCounts(long read, long imported, long skipped, long failed) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    public ImportCounts {
        if (read != imported + skipped + failed) {
            throw new IllegalArgumentException("An import accounts for every item read");
        }
    }

    ImportCounts plus(ImportCounts other) {
        return new ImportCounts(
                read + other.read, imported + other.imported, skipped + other.skipped, failed + other.failed);
    }
}
