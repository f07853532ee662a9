/** Keeps the search indexes at what the record says: after each change, and as a whole. */
@NullMarked
package org.aletheia.search.indexing;

import org.jspecify.annotations.NullMarked;
