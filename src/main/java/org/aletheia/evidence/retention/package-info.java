/** How long stored bytes are locked in the evidence bucket: as long as the retention rule asks, never for ever. */
@NullMarked
package org.aletheia.evidence.retention;

import org.jspecify.annotations.NullMarked;
