package org.ardina.account;

import java.time.Instant;

/**
 * The account of another site with which somebody logs in.
 *
 * @param issuer what that site calls itself
 * @param subject what it calls its account
 */
public record LinkedIdentity(String issuer, String subject, Instant linkedAt) {}
