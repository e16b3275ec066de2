package org.ardina.web.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.article.ArticleId;
import org.ardina.article.Slug;

/**
 * The hole in which whoever is logged in takes part in the conversation about an article.
 *
 * @param open whether it can be commented on
 */
public record ParticipationHole(ArticleId article, Slug slug, boolean open) {

    private static final Pattern FORM = Pattern.compile("conversation:([0-9a-f]{24}):([a-z0-9-]+):(true|false)");

    /** The hole of a part of a page. */
    public static ParticipationHole of(ConversationPart part) {
        return new ParticipationHole(part.article(), part.address().slug(), part.open());
    }

    static Optional<ParticipationHole> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        return matcher.matches() && Slug.isValid(matcher.group(2))
                ? Optional.of(new ParticipationHole(
                        new ArticleId(matcher.group(1)),
                        new Slug(matcher.group(2)),
                        Boolean.parseBoolean(matcher.group(3))))
                : Optional.empty();
    }

    /** The name of the hole. */
    public String name() {
        return "conversation:" + article + ':' + slug + ':' + open;
    }
}
