/** Which keys of a log are to be believed, and since when not any more: lists that old and new keys sign. */
@NullMarked
package org.aletheia.transparency.keys;

import org.jspecify.annotations.NullMarked;
