package org.ardina.setting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import org.ardina.account.Role;
import org.ardina.problem.ChangedMeanwhileException;
import org.jspecify.annotations.Nullable;

/** What administrators set. */
@Stateless
@RolesAllowed(Role.ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SettingsDesk {

    @Inject
    private SettingRepository repository;

    @Inject
    private CurrentSettings settings;

    @Inject
    private Event<SettingsChanged> changed;

    /** What is set now. */
    public SiteSettings find() {
        return repository.find();
    }

    /**
     * Sets something; every replica goes by it within two seconds.
     *
     * @param expected the version that was read; absent for whichever there is
     * @throws ChangedMeanwhileException if somebody else changed it meanwhile
     */
    public SiteSettings change(boolean registrationOpen, @Nullable Long expected) {
        SiteSettings before = repository.find();
        if ((expected != null && expected != before.version())
                || !repository.replace(before.version(), registrationOpen)) {
            throw new ChangedMeanwhileException(repository.find().version());
        }
        settings.forget();
        changed.fire(new SettingsChanged(Map.of("registrationOpen", String.valueOf(registrationOpen))));
        return new SiteSettings(registrationOpen, before.version() + 1);
    }
}
