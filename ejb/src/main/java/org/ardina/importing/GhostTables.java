package org.ardina.importing;

import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Walks through the rows of a Ghost export's tables, which stand in {@code db[0].data} or just in {@code data}. */
final class GhostTables implements Closeable {

    private static final Set<String> AROUND_TABLES = Set.of("db", "data");

    private final JsonDocument document;
    private final Set<String> wanted;
    private String table = "";
    private boolean found;

    GhostTables(InputStream source, Set<String> wanted) throws IOException {
        this.document = new JsonDocument(source);
        this.wanted = wanted;
    }

    /** Goes to the next row of a wanted table; false at the end of the file. */
    boolean nextRow() throws IOException {
        JsonToken token = document.next();
        while (token != null) {
            if (token == JsonToken.FIELD_NAME) {
                enterField();
            } else if (token == JsonToken.END_ARRAY) {
                table = "";
            } else if (!table.isEmpty() && token == JsonToken.START_OBJECT) {
                return true;
            } else if (!table.isEmpty()) {
                document.skip();
            }
            token = document.next();
        }
        return false;
    }

    /** Whether there was a wanted table so far, with or without rows. */
    boolean hasFound() {
        return found;
    }

    String table() {
        return table;
    }

    /** Reads the row at which this stands. */
    JsonRecord row(Set<String> fields) throws IOException {
        return document.record(fields);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void enterField() throws IOException {
        String name = document.name();
        JsonToken value = document.next();
        if (value == JsonToken.START_ARRAY && wanted.contains(name)) {
            table = name;
            found = true;
        } else if (!AROUND_TABLES.contains(name)) {
            document.skip();
        }
    }
}
