/** What an operator does from the command line: thin over the REST API. */
@NullMarked
package org.ardina.commandline;

import org.jspecify.annotations.NullMarked;
