package org.ardina.cache;

/** Renders a page from the store. It sees no request: what it makes is everybody's, and another thread may call it. */
@FunctionalInterface
public interface PageRenderer {

    PageContent render(PageKey key);
}
