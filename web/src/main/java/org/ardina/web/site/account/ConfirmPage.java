package org.ardina.web.site.account;

/**
 * A page with a button that does what a link in a letter is for: programs that look at letters follow links, but do not
 * press buttons.
 *
 * @param action the address that the button sends to
 * @param text the key of its text
 * @param button the key of what the button says
 */
public record ConfirmPage(Form form, String action, String text, String button) {}
