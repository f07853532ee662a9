/** Statements over HTTP. */
@NullMarked
package org.aletheia.testimony.statement.rest;

import org.jspecify.annotations.NullMarked;
