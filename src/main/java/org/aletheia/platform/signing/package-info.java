/** Signing keys behind one port: checkpoints of the log, promises of receipts and cosignatures have keys of their own. */
@NullMarked
package org.aletheia.platform.signing;

import org.jspecify.annotations.NullMarked;
