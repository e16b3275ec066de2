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

    /** How many groups of 16 bits an address of version 6 has for its network (RFC 4291, 2.5.4). */
    private static final int NETWORK_GROUPS = 4;

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

    /**
     * The part of the address that one customer of a provider has: all of it, or of version 6 the first 64 bits, in which
     * a customer has more addresses than can be counted.
     */
    public String network() {
        if (address.indexOf(':') < 0) {
            return address;
        }
        int groups = 0;
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == ':' && ++groups == NETWORK_GROUPS) {
                return address.substring(0, i);
            }
        }
        return address;
    }

    private static Optional<String> find(List<Map.Entry<String, String>> names, String userAgent) {
        return names.stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
