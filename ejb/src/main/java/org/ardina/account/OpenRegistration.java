package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ardina.problem.ForbiddenException;
import org.ardina.setting.CurrentSettings;

/** Whether anybody can make an account. */
@ApplicationScoped
public class OpenRegistration {

    @Inject
    private CurrentSettings settings;

    public boolean isOpen() {
        return settings.get().registrationOpen();
    }

    void requireOpen() {
        if (!isOpen()) {
            throw new ForbiddenException("registration-closed", "No new accounts are made at the moment.");
        }
    }
}
