/** Logging in with the account of another site, by OpenID Connect: who the provider says that somebody is. */
@NullMarked
package org.ardina.openid;

import org.jspecify.annotations.NullMarked;
