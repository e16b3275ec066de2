package org.ardina.web.site.account;

import org.jspecify.annotations.Nullable;

/**
 * The page for registering.
 *
 * @param provider the site with whose account one can register too, absent for none
 */
public record RegisterPage(Form form, @Nullable String provider) {}
