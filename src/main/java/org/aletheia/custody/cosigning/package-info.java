/**
 * Cosigning (C2SP tlog-witness), both ways: this deployment cosigns the checkpoints of other institutions' logs, and asks
 * them to cosign its own.
 */
@NullMarked
package org.aletheia.custody.cosigning;

import org.jspecify.annotations.NullMarked;
