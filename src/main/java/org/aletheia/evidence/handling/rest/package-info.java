/** Custody after receipt over HTTP. */
@NullMarked
package org.aletheia.evidence.handling.rest;

import org.jspecify.annotations.NullMarked;
