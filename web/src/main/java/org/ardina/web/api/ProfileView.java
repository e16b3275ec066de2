package org.ardina.web.api;

import java.time.Instant;
import org.ardina.account.Profile;
import org.ardina.account.Session;
import org.ardina.account.WriterRequest;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner and administrators see it. What is absent is left out.
 *
 * @param token of the session that replaces all others after a change of the password
 */
public record ProfileView(
        String id,
        String username,
        String displayName,
        String role,
        @Nullable String email,
        boolean emailVerified,
        String status,
        @Nullable String statusReason,
        @Nullable WriterRequestView writerRequest,
        Instant createdAt,
        @Nullable String token,
        @Nullable Instant expiresAt) {

    /** A wish to write for the paper. */
    public record WriterRequestView(
            String motivation,
            String state,
            Instant requestedAt,
            @Nullable Instant decidedAt,
            @Nullable String reason) {

        static @Nullable WriterRequestView of(@Nullable WriterRequest request) {
            return request == null
                    ? null
                    : new WriterRequestView(
                            request.motivation(),
                            request.state().name(),
                            request.requestedAt(),
                            request.decidedAt(),
                            request.reason());
        }
    }

    static ProfileView of(Profile profile) {
        return of(profile, null);
    }

    static ProfileView of(Profile profile, @Nullable Session session) {
        return new ProfileView(
                profile.account().id(),
                profile.account().username(),
                profile.account().displayName(),
                profile.account().role(),
                profile.email(),
                profile.emailVerified(),
                profile.status().name(),
                profile.statusReason(),
                WriterRequestView.of(profile.writerRequest()),
                profile.createdAt(),
                session == null ? null : session.token(),
                session == null ? null : session.expiresAt());
    }
}
