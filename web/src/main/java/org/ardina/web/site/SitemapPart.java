package org.ardina.web.site;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.article.ArchiveMonth;
import org.ardina.article.Articles;

/**
 * A sitemap of the articles of a month, or of a part of them where there are many. Google and others take 50,000 in one;
 * smaller ones are quicker to make.
 *
 * @param number from one
 */
record SitemapPart(YearMonth month, int number) {

    static final int LENGTH = Articles.LONGEST_PART;

    private static final Pattern NAME =
            Pattern.compile("sitemap-([0-9]{4})-(0[1-9]|1[0-2])(?:-([1-9][0-9]{0,4}))?\\.xml");

    /** The part of that name, without a slash before it. */
    static Optional<SitemapPart> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        String number = matcher.group(3);
        int part = number == null ? 1 : Integer.parseInt(number);
        // The first part has one address only.
        return number != null && part == 1 ? Optional.empty() : Optional.of(new SitemapPart(month, part));
    }

    /** How many parts a month has. */
    static int count(ArchiveMonth month) {
        return (int) ((month.articles() + LENGTH - 1) / LENGTH);
    }

    String path() {
        return "/sitemap-" + "%04d-%02d".formatted(month.getYear(), month.getMonthValue())
                + (number == 1 ? "" : "-" + number) + ".xml";
    }
}
