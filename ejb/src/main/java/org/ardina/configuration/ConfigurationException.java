package org.ardina.configuration;

import org.jspecify.annotations.Nullable;

/** A configured value that cannot be used; the message names the key, the value and what was expected. */
public class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String key, String value, String expected, @Nullable Throwable cause) {
        super(key + " is '" + value + "', expected " + expected, cause);
    }
}
