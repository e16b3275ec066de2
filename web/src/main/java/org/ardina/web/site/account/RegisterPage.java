package org.ardina.web.site.account;

/** The page for registering. */
public record RegisterPage(Form form) {}
