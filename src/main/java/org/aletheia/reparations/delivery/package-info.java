/** The ledger of what was delivered of an award. */
@NullMarked
package org.aletheia.reparations.delivery;

import org.jspecify.annotations.NullMarked;
