/** Who calls, what they may do with which record, and the query filters that say the same. */
@NullMarked
package org.aletheia.access;

import org.jspecify.annotations.NullMarked;
