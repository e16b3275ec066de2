package org.ardina.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ardina.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A name for somebody's new account, made of what another site calls them; they may choose another. */
final class UsernameProposal {

    private static final int MOST_NUMBERED = 20;
    private static final Pattern DOMAIN = Pattern.compile("@.*", Pattern.DOTALL);
    private static final Pattern NOT_ALLOWED = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._-]+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

    private UsernameProposal() {}

    /** The first of these that may be chosen, numbered where it is taken; empty if there is none. */
    static String of(Predicate<Username> isTaken, @Nullable String... names) {
        return Arrays.stream(names)
                .flatMap(name -> name == null ? Stream.empty() : Stream.of(plain(name)))
                // What may not be chosen, as it stands for the paper, may not with a number either.
                .filter(name -> chosen(name).isPresent())
                .flatMap(UsernameProposal::numbered)
                .flatMap(name -> chosen(name).stream())
                .filter(name -> !isTaken.test(name))
                .map(Username::value)
                .findFirst()
                .orElse("");
    }

    private static Stream<String> numbered(String name) {
        return IntStream.rangeClosed(1, MOST_NUMBERED).mapToObj(number -> number == 1 ? name : name + number);
    }

    private static String plain(String name) {
        String normalised = Username.normalised(DOMAIN.matcher(name).replaceFirst(""));
        String allowed =
                EDGES.matcher(NOT_ALLOWED.matcher(normalised).replaceAll(".")).replaceAll("");
        int length = allowed.codePointCount(0, allowed.length());
        // Room for a number.
        int most = Username.MOST - 2;
        return length <= most
                ? allowed
                : EDGES.matcher(allowed.substring(0, allowed.offsetByCodePoints(0, most)))
                        .replaceAll("");
    }

    private static Optional<Username> chosen(String name) {
        try {
            return Optional.of(Username.chosen(name));
        } catch (InvalidInputException notAllowed) {
            return Optional.empty();
        }
    }
}
