/** The tables of {@link org.aletheia.parties}. */
@NullMarked
package org.aletheia.parties.store;

import org.jspecify.annotations.NullMarked;
