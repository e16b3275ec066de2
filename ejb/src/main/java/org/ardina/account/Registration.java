package org.ardina.account;

/** What somebody gives to register. */
public record Registration(String username, String email, String displayName, String password) {

    @Override
    public String toString() {
        return "Registration of " + username;
    }
}
