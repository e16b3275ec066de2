package org.ardina.article;

/** How the text of a body is marked up. */
public enum BodyFormat {
    HTML,
    MARKDOWN,
    TEXT
}
