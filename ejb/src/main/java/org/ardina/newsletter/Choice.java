package org.ardina.newsletter;

import java.util.List;
import java.util.Set;
import org.ardina.article.Slug;
import org.ardina.problem.InvalidInputException;

/**
 * What somebody wants to get.
 *
 * @param topics none for all of the paper
 * @param language of the letters, a BCP 47 tag
 */
public record Choice(Cadence cadence, List<Slug> topics, String language) {

    /** So many topics are asked for one by one. */
    public static final int MOST_TOPICS = 30;

    /** @throws InvalidInputException if there are too many topics */
    public Choice {
        topics = List.copyOf(Set.copyOf(topics)).stream().sorted().toList();
        if (topics.size() > MOST_TOPICS) {
            throw new InvalidInputException(
                    "topics-too-many", "A newsletter has at most " + MOST_TOPICS + " topics. Choose fewer, or all.");
        }
    }
}
