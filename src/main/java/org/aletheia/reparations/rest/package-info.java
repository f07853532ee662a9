/** {@link org.aletheia.reparations} over HTTP. */
@NullMarked
package org.aletheia.reparations.rest;

import org.jspecify.annotations.NullMarked;
