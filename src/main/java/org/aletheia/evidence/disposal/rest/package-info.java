/** Disposals and what remains after them, over HTTP. */
@NullMarked
package org.aletheia.evidence.disposal.rest;

import org.jspecify.annotations.NullMarked;
