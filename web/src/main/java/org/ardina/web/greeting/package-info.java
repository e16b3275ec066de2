/** What a person who starts the server sees when it is ready. */
@NullMarked
package org.ardina.web.greeting;

import org.jspecify.annotations.NullMarked;
