/** MicroProfile Metrics: what monitoring reads of this replica. */
@NullMarked
package org.ardina.web.metrics;

import org.jspecify.annotations.NullMarked;
