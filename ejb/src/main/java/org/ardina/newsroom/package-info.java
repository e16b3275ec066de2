/** The newsroom's work: writing, review, publication; what is written in between, and showing it before it is public. */
@NullMarked
package org.ardina.newsroom;

import org.jspecify.annotations.NullMarked;
