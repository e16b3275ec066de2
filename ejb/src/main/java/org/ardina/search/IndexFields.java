package org.ardina.search;

/** The fields of an article in the index. A change of their form asks for a new {@link #FORM}. */
final class IndexFields {

    /** Of the fields and of the words in them; an index of another form is built anew. */
    static final String FORM = "2";

    static final String ID = "id";
    static final String VERSION = "version";
    static final String HEADLINE = "headline";

    /** All that can be found, one part behind the other; the headline first and the body last. */
    static final String TEXT = "text";

    /** What results show of the article; see {@link IndexedArticle}. */
    static final String SHOWN = "shown";

    static final String TOPIC = "topic";
    static final String AUTHOR = "author";

    /** A username and a name, with {@link #BETWEEN} between them. */
    static final String BYLINE = "byline";

    /** In milliseconds since 1970. */
    static final String PUBLISHED_AT = "publishedAt";

    /** Twelve times the year, and the month from 0. */
    static final String MONTH = "month";

    static final char BETWEEN = '\n';

    private IndexFields() {}
}
