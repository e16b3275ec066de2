/** Pictures that the newsroom uploads: checked by what they are, made anew without what they carried along, kept in sizes. */
@NullMarked
package org.ardina.picture;

import org.jspecify.annotations.NullMarked;
