package org.ardina.web.site.account;

import org.jspecify.annotations.Nullable;

/**
 * The page for logging in.
 *
 * @param next where it leads, absent for the account's own page
 */
public record LoginPage(Form form, @Nullable String next) {}
