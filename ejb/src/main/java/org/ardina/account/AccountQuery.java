package org.ardina.account;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts an administrator looks for.
 *
 * @param text the beginning of a username, or a whole e-mail address
 */
public record AccountQuery(@Nullable String text, @Nullable String role, WriterRequest.@Nullable State writerRequest) {}
