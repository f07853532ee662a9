/** {@link org.aletheia.evidence.review} over HTTP. */
@NullMarked
package org.aletheia.evidence.review.rest;

import org.jspecify.annotations.NullMarked;
