/** Accounts and sessions: who may do what. */
@NullMarked
package org.ardina.account;

import org.jspecify.annotations.NullMarked;
