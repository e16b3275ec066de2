package org.ardina.newsroom;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was writing when it was last kept, finished or not, valid or not.
 *
 * @param key what the editor knows it by: the id of an article, or for a new one what the editor made up
 * @param fields names and contents of the editor's fields
 * @param basedOn the version of the article that the writing began with, absent for a new article
 */
public record Autosave(
        String key, Map<String, String> fields, @Nullable Long basedOn, Instant savedAt) {

    public Autosave {
        fields = Map.copyOf(fields);
    }
}
