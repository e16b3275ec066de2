package org.ardina.setting;

import java.util.Map;

/** Fired after an administrator has changed settings, by what they are called. */
public record SettingsChanged(Map<String, String> values) {

    public SettingsChanged {
        values = Map.copyOf(values);
    }
}
