/** The table of {@link org.aletheia.evidence.citation}. */
@NullMarked
package org.aletheia.evidence.citation.store;

import org.jspecify.annotations.NullMarked;
