/** What people do with the packaged server, through HTTP, a browser and kill -9. */
@NullMarked
package org.ardina.system;

import org.jspecify.annotations.NullMarked;
