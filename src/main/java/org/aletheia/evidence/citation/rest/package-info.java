/** {@link org.aletheia.evidence.citation} over HTTP. */
@NullMarked
package org.aletheia.evidence.citation.rest;

import org.jspecify.annotations.NullMarked;
