package org.ardina.account;

import java.util.List;
import java.util.Set;

/**
 * What an account may do, as named to the platform's security. Each role includes those before it: whoever may write may
 * also read with an account. So {@code @RolesAllowed(Role.READER)} means everybody who is logged in.
 */
public final class Role {

    public static final String READER = "READER";
    public static final String WRITER = "WRITER";
    public static final String ADMIN = "ADMIN";

    private static final List<String> ASCENDING = List.of(READER, WRITER, ADMIN);

    private Role() {}

    /** The roles that somebody with this one is in. */
    public static Set<String> included(String role) {
        return Set.copyOf(ASCENDING.subList(0, ASCENDING.indexOf(role) + 1));
    }

    public static boolean isRole(String text) {
        return ASCENDING.contains(text);
    }
}
