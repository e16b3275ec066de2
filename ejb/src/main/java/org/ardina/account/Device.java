package org.ardina.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody logged in with, so that they recognise it in a list.
 *
 * @param description as in "Firefox, Linux"; empty when the device says nothing that is known
 * @param address where it was in the network
 */
public record Device(String description, String address) {

    /** By what a user agent is known; those come first that name others after themselves. */
    private static final List<Map.Entry<String, String>> PROGRAMS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"),
            Map.entry("curl/", "curl"),
            Map.entry("Java", "Java"),
            Map.entry("python", "Python"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    /** What the header User-Agent says in a few words; it is what the device pretends to be. */
    public static Device of(@Nullable String userAgent, String address) {
        if (userAgent == null) {
            return new Device("", address);
        }
        Optional<String> program = find(PROGRAMS, userAgent);
        Optional<String> system = find(SYSTEMS, userAgent);
        String separator = program.isPresent() && system.isPresent() ? ", " : "";
        return new Device(program.orElse("") + separator + system.orElse(""), address);
    }

    private static Optional<String> find(List<Map.Entry<String, String>> names, String userAgent) {
        return names.stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
