package org.ardina.account;

/**
 * What shows that somebody who is logged in is the account's owner: the password, or for an account without one, that the
 * login was a moment ago.
 *
 * @param session the token that they use now
 */
public record OwnerProof(String password, String session) {

    @Override
    public String toString() {
        return "OwnerProof";
    }
}
