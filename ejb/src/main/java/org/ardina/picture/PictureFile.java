package org.ardina.picture;

/** A picture in one size, as browsers get it. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record PictureFile(String mediaType, byte[] bytes) {}
