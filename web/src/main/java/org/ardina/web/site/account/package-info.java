/**
 * Pages of accounts: logging in, registering, one's own page. A page is a servlet that says who may see it, what it shows
 * and what its form does; what all have in common is in {@link org.ardina.web.site.account.FormServlet}.
 */
@NullMarked
package org.ardina.web.site.account;

import org.jspecify.annotations.NullMarked;
