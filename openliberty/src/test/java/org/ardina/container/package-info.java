/** The newsroom's services inside the server: injection, roles, transactions and stores as they are wired there. */
@NullMarked
package org.ardina.container;

import org.jspecify.annotations.NullMarked;
