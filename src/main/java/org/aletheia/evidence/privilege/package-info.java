/** Privilege of what is handed in: claimed by the sender or asserted by counsel, and ruled on by counsel. */
@NullMarked
package org.aletheia.evidence.privilege;

import org.jspecify.annotations.NullMarked;
