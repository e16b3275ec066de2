package org.ardina.moderation;

import java.util.List;

/** One question about a submission. */
interface Check {

    /** What is wrong, nothing if nothing is. */
    List<Finding> examine(Examined examined);
}
