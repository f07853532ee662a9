/** Assurances, and returns that are due, over HTTP. */
@NullMarked
package org.aletheia.evidence.terms.rest;

import org.jspecify.annotations.NullMarked;
