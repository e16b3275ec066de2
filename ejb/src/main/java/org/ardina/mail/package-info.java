/** Letters that the paper sends: written in the reader's language, sent by SMTP, tried again until they are. */
@NullMarked
package org.ardina.mail;

import org.jspecify.annotations.NullMarked;
