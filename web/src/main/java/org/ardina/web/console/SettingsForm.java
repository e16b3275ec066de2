package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.ardina.setting.SettingsDesk;
import org.ardina.setting.SiteSettings;
import org.jspecify.annotations.Nullable;

/** What the newsroom changes by itself. */
@Named("settings")
@RequestScoped
public class SettingsForm {

    private static final String DONE = "settings-changed";

    @Inject
    private SettingsDesk desk;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    private @Nullable SiteSettings settings;
    private @Nullable Boolean registrationOpen;

    /** The version that the form was shown with, else the one that there is. */
    public long getVersion() {
        Long read = parameters.version();
        return read == null ? settings().version() : read;
    }

    public boolean isRegistrationOpen() {
        return registrationOpen == null ? settings().registrationOpen() : registrationOpen;
    }

    public void setRegistrationOpen(boolean open) {
        this.registrationOpen = open;
    }

    public void save() {
        response.after(
                () -> desk.change(isRegistrationOpen(), getVersion()), ConsolePage.SETTINGS.path() + "?done=" + DONE);
    }

    private SiteSettings settings() {
        if (settings == null) {
            settings = desk.find();
        }
        return settings;
    }
}
