package org.ardina.account;

/** What an account may do, as named to the platform's security. */
public final class Role {

    public static final String READER = "READER";
    public static final String WRITER = "WRITER";
    public static final String ADMIN = "ADMIN";

    private Role() {}
}
