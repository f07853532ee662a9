/**
 * Timestamps of published checkpoints by authorities outside (RFC 3161): when to ask, whom, what of an answer is believed,
 * and where tokens are kept and published. Intake and publication know nothing of it.
 */
@NullMarked
package org.aletheia.custody.timestamping;

import org.jspecify.annotations.NullMarked;
