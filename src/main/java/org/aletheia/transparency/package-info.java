/** The Merkle tree log: hashing (RFC 6962), tiles, proofs, signed notes and checkpoints (C2SP). Knows nothing of evidence. */
@NullMarked
package org.aletheia.transparency;

import org.jspecify.annotations.NullMarked;
