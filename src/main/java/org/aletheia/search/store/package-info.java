/** Rows that search keeps or needs, all through the datasource {@code follower}. */
@NullMarked
package org.aletheia.search.store;

import org.jspecify.annotations.NullMarked;
