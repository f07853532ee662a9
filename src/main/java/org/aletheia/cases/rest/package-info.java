/** {@link org.aletheia.cases} over HTTP. */
@NullMarked
package org.aletheia.cases.rest;

import org.jspecify.annotations.NullMarked;
