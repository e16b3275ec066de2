/** What all doors share: request ids and the headers that protect a browser. */
@NullMarked
package org.ardina.web.door;

import org.jspecify.annotations.NullMarked;
