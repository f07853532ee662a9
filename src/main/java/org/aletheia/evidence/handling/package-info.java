/** Custody of one item after receipt: what was done with it, who has it, transfers between organisations, and holds. */
@NullMarked
package org.aletheia.evidence.handling;

import org.jspecify.annotations.NullMarked;
