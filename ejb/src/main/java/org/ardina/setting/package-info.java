/** What a newsroom changes by itself, without an operator and without a restart. */
@NullMarked
package org.ardina.setting;

import org.jspecify.annotations.NullMarked;
