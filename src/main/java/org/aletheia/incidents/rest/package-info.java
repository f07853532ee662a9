/** {@link org.aletheia.incidents} over HTTP. */
@NullMarked
package org.aletheia.incidents.rest;

import org.jspecify.annotations.NullMarked;
