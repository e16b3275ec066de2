package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The account itself, in the export of somebody's data. */
@ApplicationScoped
class OwnAccountData implements PersonalData {

    @Inject
    private AccountRepository accounts;

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Object of(String id) {
        return accounts.find(id).map(OwnAccountData::of).orElseGet(Map::of);
    }

    private static Map<String, Object> of(AccountRepository.Stored stored) {
        Profile profile = stored.profile();
        Account account = profile.account();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", account.id());
        data.put("username", account.username());
        data.put("displayName", account.displayName());
        data.put("role", account.role());
        data.put("status", profile.status().name());
        data.put("createdAt", profile.createdAt());
        if (profile.email() != null) {
            data.put("email", profile.email());
            data.put("emailVerified", profile.emailVerified());
        }
        LinkedIdentity identity = stored.identity();
        if (identity != null) {
            Map<String, Object> linked = new LinkedHashMap<>();
            linked.put("issuer", identity.issuer());
            linked.put("subject", identity.subject());
            linked.put("linkedAt", identity.linkedAt());
            data.put("identity", linked);
        }
        WriterRequest request = profile.writerRequest();
        if (request != null) {
            Map<String, Object> asked = new LinkedHashMap<>();
            asked.put("motivation", request.motivation());
            asked.put("state", request.state().name());
            asked.put("requestedAt", request.requestedAt());
            if (request.decidedAt() != null) {
                asked.put("decidedAt", request.decidedAt());
            }
            if (request.reason() != null) {
                asked.put("reason", request.reason());
            }
            data.put("writerRequest", asked);
        }
        return data;
    }
}
