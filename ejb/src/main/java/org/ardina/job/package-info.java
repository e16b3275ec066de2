/** Work that must happen: a document first, leased by one worker at a time. */
@NullMarked
package org.ardina.job;

import org.jspecify.annotations.NullMarked;
