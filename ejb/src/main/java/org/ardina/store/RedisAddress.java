package org.ardina.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ardina.configuration.ConfigurationException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/**
 * Where Redis is: {@code redis://[user:password@]host:port[/database]}, {@code rediss://…} over TLS,
 * {@code redis+cluster://h1:p1,h2:p2} and {@code redis+sentinel://h1:p1,h2:p2/master-name}, the last two with
 * {@code rediss+…} over TLS.
 *
 * @param database a number, for a single server only
 */
public record RedisAddress(
        Form form,
        boolean encrypted,
        List<HostAndPort> hosts,
        @Nullable String user,
        @Nullable String password,
        @Nullable String masterName,
        int database) {

    private static final int DEFAULT_PORT = 6379;
    private static final int DEFAULT_SENTINEL_PORT = 26379;

    public enum Form {
        SINGLE,
        CLUSTER,
        SENTINEL
    }

    /**
     * Reads an address.
     *
     * @throws ConfigurationException if the text is none of these forms; the message does not repeat passwords
     */
    public static RedisAddress parse(String text) {
        int schemeEnd = text.indexOf("://");
        if (schemeEnd < 0) {
            throw malformed("it has no scheme");
        }
        String scheme = text.substring(0, schemeEnd);
        boolean encrypted = scheme.equals("rediss") || scheme.startsWith("rediss+");
        Form form = switch (scheme) {
            case "redis", "rediss" -> Form.SINGLE;
            case "redis+cluster", "rediss+cluster" -> Form.CLUSTER;
            case "redis+sentinel", "rediss+sentinel" -> Form.SENTINEL;
            default -> throw malformed("the scheme is not known");
        };
        String rest = text.substring(schemeEnd + 3);
        int at = rest.lastIndexOf('@');
        String[] credentials = credentials(at < 0 ? "" : rest.substring(0, at));
        String hostsAndPath = rest.substring(at + 1);
        int slash = hostsAndPath.indexOf('/');
        String path = slash < 0 ? "" : hostsAndPath.substring(slash + 1);
        int defaultPort = form == Form.SENTINEL ? DEFAULT_SENTINEL_PORT : DEFAULT_PORT;
        List<HostAndPort> hosts = Arrays.stream(
                        (slash < 0 ? hostsAndPath : hostsAndPath.substring(0, slash)).split(",", -1))
                .map(host -> hostAndPort(host.strip(), defaultPort))
                .toList();
        if (form == Form.SINGLE && hosts.size() > 1) {
            throw malformed("several hosts need redis+cluster:// or redis+sentinel://");
        }
        if (form == Form.SENTINEL && path.isEmpty()) {
            throw malformed("Sentinel needs the name of the master at the end");
        }
        if (form == Form.CLUSTER && !path.isEmpty()) {
            throw malformed("a cluster has no databases");
        }
        return new RedisAddress(
                form,
                encrypted,
                hosts,
                credentials[0].isEmpty() ? null : credentials[0],
                credentials[1].isEmpty() ? null : credentials[1],
                form == Form.SENTINEL ? path : null,
                form == Form.SINGLE && !path.isEmpty() ? database(path) : 0);
    }

    public Set<HostAndPort> hostSet() {
        return hosts.stream().collect(Collectors.toUnmodifiableSet());
    }

    private static String[] credentials(String text) {
        int colon = text.indexOf(':');
        String[] parts = colon < 0
                ? new String[] {text, ""}
                : new String[] {text.substring(0, colon), text.substring(colon + 1)};
        for (int i = 0; i < parts.length; i++) {
            parts[i] = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
        }
        return parts;
    }

    private static HostAndPort hostAndPort(String text, int defaultPort) {
        try {
            URI uri = new URI("redis://" + text);
            if (uri.getHost() == null) {
                throw malformed("a host is missing or its port is not a number");
            }
            return new HostAndPort(uri.getHost(), uri.getPort() < 0 ? defaultPort : uri.getPort());
        } catch (URISyntaxException notAHost) {
            throw malformed("a host cannot be read");
        }
    }

    private static int database(String path) {
        if (!path.matches("[0-9]{1,4}")) {
            throw malformed("the database is not a number");
        }
        return Integer.parseInt(path);
    }

    private static ConfigurationException malformed(String why) {
        return new ConfigurationException(
                RedisConfiguration.URI,
                "(not shown)",
                "redis://host:port, redis+cluster://h1:p1,h2:p2 or redis+sentinel://h1:p1/master-name, but " + why,
                null);
    }
}
