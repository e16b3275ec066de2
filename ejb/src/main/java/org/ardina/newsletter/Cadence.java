package org.ardina.newsletter;

/** How often a reader gets a digest. */
public enum Cadence {
    DAILY,
    WEEKLY
}
