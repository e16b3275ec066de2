/** Who sends a request: the platform is told by the session that its cookie or bearer token belongs to. */
@NullMarked
package org.ardina.web.authentication;

import org.jspecify.annotations.NullMarked;
