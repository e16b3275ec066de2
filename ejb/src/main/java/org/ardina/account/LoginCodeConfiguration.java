package org.ardina.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;

/** Whose accounts must have a second factor. */
@Dependent
class LoginCodeConfiguration {

    static final String REQUIRED = "ardina.accounts.second-factor-required";

    private final Required required;

    /** Those who must have one. */
    enum Required {
        NONE,
        ADMINISTRATORS,
        STAFF
    }

    @Inject
    LoginCodeConfiguration(Settings settings) {
        this.required =
                settings.text(REQUIRED).map(LoginCodeConfiguration::read).orElse(Required.NONE);
    }

    boolean isRequired(String role) {
        return switch (required) {
            case NONE -> false;
            case ADMINISTRATORS -> role.equals(Role.ADMIN);
            case STAFF -> !role.equals(Role.READER);
        };
    }

    private static Required read(String text) {
        return Arrays.stream(Required.values())
                .filter(each -> name(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        REQUIRED,
                        text,
                        Arrays.stream(Required.values())
                                .map(LoginCodeConfiguration::name)
                                .collect(Collectors.joining(", ", "one of ", "")),
                        null));
    }

    private static String name(Required each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
