/** {@link org.aletheia.parties} over HTTP. */
@NullMarked
package org.aletheia.parties.rest;

import org.jspecify.annotations.NullMarked;
