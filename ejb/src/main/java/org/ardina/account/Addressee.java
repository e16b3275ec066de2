package org.ardina.account;

/**
 * Where letters to the owner of an account go.
 *
 * @param language of letters, a BCP 47 tag; empty where it is not known
 */
public record Addressee(Account account, String email, String language) {

    @Override
    public String toString() {
        // Addresses do not belong into logs.
        return account.username();
    }
}
