package org.ardina.newsletter;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ardina.article.ArticleSummary;
import org.ardina.configuration.PublicAddress;
import org.ardina.mail.LetterTexts;
import org.ardina.mail.Mail;

/** Writes a digest as a letter. */
final class Digest {

    private static final int LONGEST_STANDFIRST = 300;

    private Digest() {}

    /** @param stories at least one, the most important first */
    static Mail write(Subscription reader, List<ArticleSummary> stories, LetterTexts texts, PublicAddress site) {
        Map<String, String> values = Map.of(
                "site", site.page("/"),
                "headline", stories.get(0).headline(),
                "link", site.page("/newsletter/" + reader.key()));
        String kind = "newsletter-" + reader.choice().cadence().name().toLowerCase(Locale.ROOT);
        List<String> paragraphs = new ArrayList<>(texts.paragraphs(kind + ".text", values));
        for (ArticleSummary story : stories) {
            String standfirst = shortened(story.standfirst());
            paragraphs.add(standfirst.isBlank() ? story.headline() : story.headline() + '\n' + standfirst);
            paragraphs.add(site.page("/articles/" + story.slug()));
        }
        paragraphs.addAll(texts.paragraphs("newsletter-end.text", values));
        paragraphs.addAll(texts.paragraphs("signature", values));
        return new Mail(
                reader.email(),
                texts.paragraphs(kind + ".subject", values).get(0),
                paragraphs,
                URI.create(site.page("/newsletter-end/" + reader.key())));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_STANDFIRST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST_STANDFIRST);
        return text.substring(0, end > 0 ? end : LONGEST_STANDFIRST) + '…';
    }
}
