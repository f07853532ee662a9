/** Protective measures over HTTP. */
@NullMarked
package org.aletheia.evidence.measure.rest;

import org.jspecify.annotations.NullMarked;
