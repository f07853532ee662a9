/** {@link org.aletheia.evidence.opinion} over HTTP. */
@NullMarked
package org.aletheia.evidence.opinion.rest;

import org.jspecify.annotations.NullMarked;
