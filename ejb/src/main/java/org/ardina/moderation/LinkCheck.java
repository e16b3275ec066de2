package org.ardina.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds many links, and more than one of somebody of whom no comment was approved yet. */
final class LinkCheck implements Check {

    /** Addresses with or without a scheme, also where its colon or the dot before the domain was paraphrased. */
    private static final Pattern LINK = Pattern.compile(
            "(?:\\b(?:https?|hxxps?)\\s{0,2}(?::|\\[:])\\s{0,2}//\\s{0,2}\\S{1,2000}+)"
                    + "|\\bwww\\d?(?:\\.|\\[\\.]|\\(\\.\\))[\\p{L}\\p{N}-]{2,63}+\\S{0,2000}+"
                    + "|(?<![\\p{L}\\p{N}@.-])[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}+(?:\\.|\\[\\.]|\\(\\.\\)|\\s(?:dot|ponto)\\s)"
                    + "(?:com|net|org|info|biz|ru|xyz|top|site|online|shop|club|click|link|live|io|ly|tk|cc)"
                    + "(?:\\.[a-z]{2})?(?![\\p{L}\\p{N}-])(?:/\\S{0,2000}+)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int MOST_OF_UNKNOWN = 1;

    private final int most;

    LinkCheck(int most) {
        this.most = most;
    }

    @Override
    public List<Finding> examine(Examined examined) {
        Submission submission = examined.submission();
        int allowed = submission.author().approvedComments() > 0 ? most : Math.min(most, MOST_OF_UNKNOWN);
        List<Finding> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(submission.text());
        while (links.size() <= allowed && matcher.find()) {
            links.add(new Finding(Verdict.HOLD, ModerationReason.LINKS, new Passage(matcher.start(), matcher.group())));
        }
        return links.size() > allowed ? links : List.of();
    }
}
