/**
 * The journal of every handling and every use: appended in the caller's transaction, given its dense order by the
 * sequencer, published as a Merkle log, read as chains and proofs, and followed as the product's only change feed.
 */
@NullMarked
package org.aletheia.custody;

import org.jspecify.annotations.NullMarked;
