/** The REST API: resources that parse, call a service once and present the answer. */
@NullMarked
package org.ardina.web.api;

import org.jspecify.annotations.NullMarked;
