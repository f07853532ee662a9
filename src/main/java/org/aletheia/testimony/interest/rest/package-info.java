/** Protection interests over HTTP. */
@NullMarked
package org.aletheia.testimony.interest.rest;

import org.jspecify.annotations.NullMarked;
