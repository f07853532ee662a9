/** The tables of {@link org.aletheia.joins}. */
@NullMarked
package org.aletheia.joins.store;

import org.jspecify.annotations.NullMarked;
