package org.ardina.web.site;

/**
 * A file that pages refer to.
 *
 * @param mediaType as in Content-Type
 * @param hash of its bytes, in hexadecimal digits
 * @param immutable whether its address names its content, so that caches may keep it for ever
 */
@SuppressWarnings("ArrayRecordComponent")
public record Asset(String mediaType, byte[] bytes, String hash, boolean immutable) {}
