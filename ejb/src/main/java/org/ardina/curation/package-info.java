/** What administrators choose for the front page, in the place of what the newest stories would make of it. */
@NullMarked
package org.ardina.curation;

import org.jspecify.annotations.NullMarked;
