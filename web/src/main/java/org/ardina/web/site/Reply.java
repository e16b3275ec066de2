package org.ardina.web.site;

import org.ardina.cache.PageAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What an address is answered with.
 *
 * @param page its own, or the one for all addresses where nothing is
 * @param nothing where nothing is: what the header Cache-Status says of the address; else absent
 */
record Reply(PageAnswer page, @Nullable String nothing) {}
