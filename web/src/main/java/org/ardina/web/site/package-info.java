/** The reader site: pages as pure functions from what is known to bytes. */
@NullMarked
package org.ardina.web.site;

import org.jspecify.annotations.NullMarked;
