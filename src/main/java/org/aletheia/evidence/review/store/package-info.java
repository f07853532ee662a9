/** The table of {@link org.aletheia.evidence.review}. */
@NullMarked
package org.aletheia.evidence.review.store;

import org.jspecify.annotations.NullMarked;
