/** Articles: what the newsroom writes and the public reads, their life cycle, slugs and lists. */
@NullMarked
package org.ardina.article;

import org.jspecify.annotations.NullMarked;
