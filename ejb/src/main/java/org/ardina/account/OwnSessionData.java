package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where somebody is logged in, in the export of their data. */
@ApplicationScoped
class OwnSessionData implements PersonalData {

    @Inject
    private SessionRepository sessions;

    @Inject
    private SessionConfiguration configuration;

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Object of(String account) {
        List<SessionRepository.Stored> used =
                sessions.ofAccount(account, Instant.now().minus(configuration.idle()));
        return used.stream()
                .map(session -> new TreeMap<>(Map.of(
                        "device", session.device().description(),
                        "address", session.device().address(),
                        "createdAt", session.createdAt(),
                        "lastUsedAt", session.lastUsedAt())))
                .toList();
    }
}
