/** The tables of {@link org.aletheia.reparations}. */
@NullMarked
package org.aletheia.reparations.store;

import org.jspecify.annotations.NullMarked;
