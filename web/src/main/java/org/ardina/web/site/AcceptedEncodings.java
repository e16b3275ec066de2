package org.ardina.web.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ardina.cache.CachedPage;
import org.ardina.cache.Encoding;
import org.ardina.cache.Variant;
import org.jspecify.annotations.Nullable;

/** What a header Accept-Encoding takes, best first: RFC 9110, 12.5.3. */
final class AcceptedEncodings {

    private static final int LONGEST = 200;

    /** The smaller first, among those that are taken equally. */
    private static final List<Encoding> BY_SIZE = List.of(Encoding.BROTLI, Encoding.GZIP, Encoding.IDENTITY);

    private static final AcceptedEncodings NONE = new AcceptedEncodings(Encoding.IDENTITY);

    /** The headers seen: browsers send few different ones. */
    private static final Cache<String, AcceptedEncodings> SEEN =
            Caffeine.newBuilder().maximumSize(1000).build();

    private final Encoding[] accepted;

    private AcceptedEncodings(Encoding... accepted) {
        this.accepted = accepted;
    }

    static AcceptedEncodings of(@Nullable String header) {
        if (header == null) {
            return NONE;
        }
        AcceptedEncodings seen = SEEN.getIfPresent(header);
        if (seen == null) {
            seen = header.length() > LONGEST ? NONE : parse(header);
            SEEN.put(header, seen);
        }
        return seen;
    }

    /** The bytes to send. Where the header refuses every encoding, the page goes out as it is. */
    Variant choose(CachedPage page) {
        for (Encoding encoding : accepted) {
            Variant variant = page.variant(encoding);
            if (variant != null) {
                return variant;
            }
        }
        Variant identity = page.variant(Encoding.IDENTITY);
        if (identity == null) {
            throw new IllegalStateException("Every page can be sent as it is");
        }
        return identity;
    }

    /** The bytes that may be sent, best first. */
    Stream<Variant> all(CachedPage page) {
        return Arrays.stream(accepted).map(page::variant).filter(Objects::nonNull);
    }

    /** The encoding of a page whose holes are filled for one reader, which cannot be Brotli. */
    Encoding chooseFillable() {
        for (Encoding encoding : accepted) {
            if (encoding != Encoding.BROTLI) {
                return encoding;
            }
        }
        return Encoding.IDENTITY;
    }

    private static AcceptedEncodings parse(String header) {
        Map<String, Double> weights = new HashMap<>();
        Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")).forEach(element -> {
            String[] parts = element.split(";", 2);
            weights.put(parts[0].strip(), parts.length == 1 ? 1.0 : weight(parts[1].strip()));
        });
        return new AcceptedEncodings(BY_SIZE.stream()
                .filter(encoding -> weight(encoding, weights) > 0)
                .sorted(Comparator.comparingDouble(encoding -> -weight(encoding, weights)))
                .toArray(Encoding[]::new));
    }

    private static double weight(Encoding encoding, Map<String, Double> weights) {
        Double named = weights.get(encoding.token());
        if (named != null) {
            return named;
        }
        // What is not named is refused, but for the page as it is, which is the last choice.
        double least = encoding == Encoding.IDENTITY ? Double.MIN_VALUE : 0;
        return weights.getOrDefault("*", least);
    }

    private static double weight(String parameter) {
        if (!parameter.startsWith("q=")) {
            return 1;
        }
        try {
            return Double.parseDouble(parameter.substring(2));
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
