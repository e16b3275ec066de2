/** Topics: the sections of the paper. */
@NullMarked
package org.ardina.topic;

import org.jspecify.annotations.NullMarked;
