/** How the paper stands, for those who run it: figures and series that other features know. */
@NullMarked
package org.ardina.overview;

import org.jspecify.annotations.NullMarked;
