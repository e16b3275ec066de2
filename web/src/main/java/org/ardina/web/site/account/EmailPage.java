package org.ardina.web.site.account;

import org.ardina.account.EmailAddresses;
import org.jspecify.annotations.Nullable;

/**
 * The page of an account's e-mail address.
 *
 * @param known absent where the account has none
 * @param hasPassword whether the owner is asked for it
 */
public record EmailPage(Form form, EmailAddresses.@Nullable Known known, boolean hasPassword) {}
