/** Reading and checking what an operator configures. */
@NullMarked
package org.ardina.configuration;

import org.jspecify.annotations.NullMarked;
