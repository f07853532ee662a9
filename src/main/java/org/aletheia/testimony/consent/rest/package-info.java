/** Consents, withdrawal notices and the sheets for people over HTTP. */
@NullMarked
package org.aletheia.testimony.consent.rest;

import org.jspecify.annotations.NullMarked;
