/** Statements handed in for another organisation, over HTTP. */
@NullMarked
package org.aletheia.testimony.handin.rest;

import org.jspecify.annotations.NullMarked;
