package org.ardina.setting;

/**
 * What the newsroom has set.
 *
 * @param registrationOpen whether anybody can make an account
 * @param version grows by one with every change; 0 before the first
 */
public record SiteSettings(boolean registrationOpen, long version) {

    /** What applies until somebody changes it, and while it was never read. */
    static final SiteSettings STANDARD = new SiteSettings(true, 0);
}
