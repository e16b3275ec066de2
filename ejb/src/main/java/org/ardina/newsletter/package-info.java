/** Digests by e-mail for readers who asked for them. */
@NullMarked
package org.ardina.newsletter;

import org.jspecify.annotations.NullMarked;
