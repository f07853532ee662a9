/** The tables of {@link org.aletheia.incidents}. */
@NullMarked
package org.aletheia.incidents.store;

import org.jspecify.annotations.NullMarked;
