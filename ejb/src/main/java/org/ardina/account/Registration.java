package org.ardina.account;

/** What somebody gives to register. */
public record Registration(String username, String email, String displayName, String password) {
@Nullable @Override
    public String toString() {
        return "Registration of " + username;
    }
}
