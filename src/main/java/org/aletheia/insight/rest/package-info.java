/** The addresses of {@link org.aletheia.insight}. */
@NullMarked
package org.aletheia.insight.rest;

import org.jspecify.annotations.NullMarked;
