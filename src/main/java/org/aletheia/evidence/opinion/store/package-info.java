/** The table of {@link org.aletheia.evidence.opinion}. */
@NullMarked
package org.aletheia.evidence.opinion.store;

import org.jspecify.annotations.NullMarked;
