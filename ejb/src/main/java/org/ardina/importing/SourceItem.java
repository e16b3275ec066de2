package org.ardina.importing;

/** One item of a source, either an article or the reason why it is none. */
sealed interface SourceItem permits SourceArticle, UnusableItem {}
