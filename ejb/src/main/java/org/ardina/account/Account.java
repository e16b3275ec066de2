package org.ardina.account;

/**
 * Somebody whom the site knows.
 *
 * @param role one of those in {@link Role}
 */
public record Account(String id, String username, String displayName, String role) {}
