package org.ardina.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What its owner and administrators see of an account.
 *
 * @param email absent for an account without one, as that of the first administrator
 * @param emailVerified whether whoever reads mail at that address has said so
 * @param statusReason why it is suspended
 * @param eraseAt when what is personal is erased, if its owner does not come back
 */
public record Profile(
        Account account,
        @Nullable String email,
        boolean emailVerified,
        Status status,
        @Nullable String statusReason,
        @Nullable WriterRequest writerRequest,
        Instant createdAt,
        @Nullable Instant eraseAt) {}
