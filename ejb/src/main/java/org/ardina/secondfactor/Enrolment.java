package org.ardina.secondfactor;

/**
 * A secret that an authenticator app is to learn.
 *
 * @param secret in Base32, for typing
 * @param uri the same as {@code otpauth://}, for a QR code
 */
public record Enrolment(String secret, String uri) {

    @Override
    public String toString() {
        return "Enrolment";
    }
}
