/** The second factor of a login: codes of an authenticator app (RFC 6238) and recovery codes. */
@NullMarked
package org.ardina.secondfactor;

import org.jspecify.annotations.NullMarked;
