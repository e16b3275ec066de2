package org.ardina.article;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an article may be called whose slug is taken. */
final class FreeSlugs {

    private static final int HIGHEST_NUMBER = 9;

    private FreeSlugs() {}

    /** The slug itself, then numbered ones. */
    static Stream<Slug> candidates(Slug slug) {
        return Stream.concat(
                Stream.of(slug), IntStream.rangeClosed(2, HIGHEST_NUMBER).mapToObj(slug::numbered));
    }

    /** A slug that needs no search for a free number, for those of which there are many, such as “untitled”. */
    static Slug withPartOf(ArticleId id, Slug slug) {
        return slug.suffixed(id.value().substring(16));
    }
}
