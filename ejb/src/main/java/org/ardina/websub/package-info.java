/** Telling a WebSub hub that feeds have something new. */
@NullMarked
package org.ardina.websub;

import org.jspecify.annotations.NullMarked;
