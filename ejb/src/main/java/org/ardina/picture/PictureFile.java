package org.ardina.picture;

/** A picture in one size, as browsers get it. */
@SuppressWarnings("ArrayRecordComponent") // On its way to one browser: never compared, and never written to.
public record PictureFile(String mediaType, byte[] bytes) {}
