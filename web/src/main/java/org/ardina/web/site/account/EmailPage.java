package org.ardina.web.site.account;

import org.ardina.account.EmailAddresses;
import org.jspecify.annotations.Nullable;

/** The page of an account's e-mail address, which is absent where the account has none. */
public record EmailPage(Form form, EmailAddresses.@Nullable Known known) {}
