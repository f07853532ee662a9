/** {@link org.aletheia.joins} over HTTP. */
@NullMarked
package org.aletheia.joins.rest;

import org.jspecify.annotations.NullMarked;
