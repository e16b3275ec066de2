/**
 * Stores inside the server's own process, for a first run and for development: a MongoDB-protocol server on one file,
 * and a Redis child process.
 *
 * <p>A write command runs alone and is in the file before it is answered; a read command sees the state after some
 * answered write command and never waits for one.
 */
@NullMarked
package org.ardina.embedded;

import org.jspecify.annotations.NullMarked;
