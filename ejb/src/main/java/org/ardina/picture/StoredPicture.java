package org.ardina.picture;

/** A picture that was uploaded. */
public record StoredPicture(PictureAddress address) {

    /** The path of the largest size, as a picture in an article names it. */
    public String source() {
        return address.path();
    }
}
