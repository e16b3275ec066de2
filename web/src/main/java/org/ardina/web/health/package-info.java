/** MicroProfile Health: whether this replica has started, lives and can serve. */
@NullMarked
package org.ardina.web.health;

import org.jspecify.annotations.NullMarked;
