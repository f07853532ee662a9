/** Signing keys behind one port: checkpoints of the log today, receipt promises and cosignatures with keys of their own. */
@NullMarked
package org.aletheia.platform.signing;

import org.jspecify.annotations.NullMarked;
