package org.ardina.web.site;

/**
 * A file that pages refer to.
 *
 * @param mediaType as in Content-Type
 * @param immutable whether its address names its content, so that caches may keep it for ever
 */
@SuppressWarnings("ArrayRecordComponent")
public record Asset(String mediaType, byte[] bytes, boolean immutable) {}
