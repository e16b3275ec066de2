package org.ardina.article;

/**
 * A name in a byline.
 *
 * @param username in the address of the author's page
 * @param name as printed
 */
public record Author(Slug username, String name) {}
