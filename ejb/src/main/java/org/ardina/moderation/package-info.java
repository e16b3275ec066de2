/**
 * The judgement of what readers write: small named checks in a fixed order, of which the strictest verdict counts. Pure
 * rules: whoever calls brings all facts, and keeps what comes of it.
 */
@NullMarked
package org.ardina.moderation;

import org.jspecify.annotations.NullMarked;
