/** That what is written for people is true. */
@NullMarked
package org.ardina.documentation;

import org.jspecify.annotations.NullMarked;
