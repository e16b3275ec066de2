package org.ardina.account;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator decides about an account; what is absent stays as it is.
 *
 * @param reason for the person concerned, and for the audit trail
 */
public record AccountChange(
        @Nullable String role,
        @Nullable Status status,
        WriterRequest.@Nullable State writerRequest,
        @Nullable String reason) {}
