package org.ardina.search;

/** The fields of an article in the index. A change of their form asks for a new {@link #FORM}. */
final class IndexFields {

    /** Of the fields and of the words in them; an index of another form is built anew. */
    static final String FORM = "1";

    static final String ID = "id";
    static final String VERSION = "version";
    static final String SLUG = "slug";
    static final String HEADLINE = "headline";

    /** All that can be found, one part behind the other; the headline first and the body last. */
    static final String TEXT = "text";

    /** Where in the text excerpts may begin. */
    static final String EXCERPTS_FROM = "excerptsFrom";

    static final String STANDFIRST = "standfirst";
    static final String TOPIC = "topic";
    static final String AUTHOR = "author";

    /** A username and a name, with {@link #BETWEEN} between them. */
    static final String BYLINE = "byline";

    static final String LANGUAGE = "language";

    /** In milliseconds since 1970. */
    static final String PUBLISHED_AT = "publishedAt";

    static final String UPDATED_AT = "updatedAt";

    /** Twelve times the year, and the month from 0. */
    static final String MONTH = "month";

    static final String WORDS = "words";

    static final char BETWEEN = '\n';

    private IndexFields() {}
}
