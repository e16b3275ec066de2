package org.ardina.web.site;

import java.util.List;
import org.ardina.cache.Hole;

/**
 * A page in HTML, in UTF-8.
 *
 * @param holes the parts that differ by reader; see {@link ReaderHole}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never written to.
public record Html(byte[] bytes, List<Hole> holes) {

    public Html {
        holes = List.copyOf(holes);
    }
}
