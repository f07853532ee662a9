/** Records that may speak of one and the same: joined, kept apart and taken out again by people; no record is touched by it. */
@NullMarked
package org.aletheia.joins;

import org.jspecify.annotations.NullMarked;
