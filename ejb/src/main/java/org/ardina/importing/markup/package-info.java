/** Turning the markup of other systems into HTML or plain text; what comes out is not yet sanitised. */
@NullMarked
package org.ardina.importing.markup;

import org.jspecify.annotations.NullMarked;
