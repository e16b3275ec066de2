package org.ardina.account;

/**
 * What somebody gives to register.
 *
 * @param language in which they read the site, a BCP 47 tag
 */
public record Registration(String username, String email, String displayName, String password, String language) {

    @Override
    public String toString() {
        return "Registration of " + username;
    }
}
