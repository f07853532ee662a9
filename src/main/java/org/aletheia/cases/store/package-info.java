/** The tables of {@link org.aletheia.cases}. */
@NullMarked
package org.aletheia.cases.store;

import org.jspecify.annotations.NullMarked;
