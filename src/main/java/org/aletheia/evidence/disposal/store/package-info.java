/** Rows of disposals and tombstones. */
@NullMarked
package org.aletheia.evidence.disposal.store;

import org.jspecify.annotations.NullMarked;
