package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** A way to find documents in the order of some fields. */
interface AccessPath {

    List<IndexKey> getKeys();

    boolean isUnique();

    /** Whether documents that have none of the fields are left out. */
    boolean isSparse();

    /** Whether some document has an array on the path of a field, and so may be found under several keys. */
    boolean hasArrays(int field);

    /** Whether some document has an array within an array on the path of any field. */
    boolean hasNestedArrays();

    /** The entries, in the order of the fields' values as {@link SortableBytes} and then of the documents' positions. */
    OrderedMap entries();

    /** The document that an entry is about. */
    Candidate candidate(byte[] key, byte[] value);
}
