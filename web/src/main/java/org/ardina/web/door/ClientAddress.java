package org.ardina.web.door;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;

/** Where in the network a request comes from: what a trusted proxy says of it, else whoever is connected. */
@ApplicationScoped
public class ClientAddress {

    static final String TRUSTED_PROXIES = "ardina.trusted-proxies";

    @Inject
    private Settings settings;

    private List<NetworkRange> trusted = List.of();

    @PostConstruct
    void prepare() {
        trusted = ranges(settings);
    }

    static List<NetworkRange> ranges(Settings settings) {
        String text = settings.text(TRUSTED_PROXIES).orElse("");
        return list(text).stream()
                .map(range -> NetworkRange.parse(range)
                        .orElseThrow(() -> new ConfigurationException(
                                TRUSTED_PROXIES,
                                text,
                                "addresses and ranges such as 10.0.0.0/8, separated by commas",
                                null)))
                .toList();
    }

    /** The address in its usual writing. */
    public String of(HttpServletRequest request) {
        return trusted.isEmpty()
                ? request.getRemoteAddr()
                : behind(trusted, request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /** Each proxy adds at the end whom it was connected to: the last that is no proxy of ours is who it was. */
    static String behind(List<NetworkRange> trusted, String peer, List<String> forwarded) {
        List<String> way = list(String.join(",", forwarded));
        way.add(peer);
        String last = peer;
        for (int i = way.size() - 1; i >= 0; i--) {
            Optional<InetAddress> address = NetworkRange.address(way.get(i));
            if (address.isEmpty()) {
                return last;
            }
            last = address.get().getHostAddress();
            if (!isTrusted(trusted, address.get())) {
                return last;
            }
        }
        return last;
    }

    private static boolean isTrusted(List<NetworkRange> trusted, InetAddress address) {
        for (NetworkRange range : trusted) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> list(String text) {
        List<String> parts = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text, ", \t");
        while (tokens.hasMoreTokens()) {
            parts.add(tokens.nextToken());
        }
        return parts;
    }
}
