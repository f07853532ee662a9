/** The table of protection interests; no follower reads it. */
@NullMarked
package org.aletheia.testimony.interest.store;

import org.jspecify.annotations.NullMarked;
