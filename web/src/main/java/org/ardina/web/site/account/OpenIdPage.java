package org.ardina.web.site.account;

import org.ardina.account.OpenIdAccounts;

/**
 * The page on which somebody whom another site has identified says what account they want here.
 *
 * @param provider what that site is called
 */
public record OpenIdPage(Form form, String provider, OpenIdAccounts.Proposal proposal) {}
