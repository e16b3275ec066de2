/** The console of writers and administrators: Faces pages over the same services as the API. */
@NullMarked
package org.ardina.web.console;

import org.jspecify.annotations.NullMarked;
