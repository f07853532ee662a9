/** The keys with which this log signs: which of those that are held are active, how that changes, and who is told. */
@NullMarked
package org.aletheia.custody.keys;

import org.jspecify.annotations.NullMarked;
