/** What can be lost and rebuilt: public pages, kept near and in Redis, and wake-up calls. */
@NullMarked
package org.ardina.cache;

import org.jspecify.annotations.NullMarked;
