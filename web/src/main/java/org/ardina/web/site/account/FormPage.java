package org.ardina.web.site.account;

/**
 * A page with one form.
 *
 * @param action the address that it is sent to
 */
public record FormPage(Form form, String action) {}
