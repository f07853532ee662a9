/** Custodians, their public keys and schemes in the database. */
@NullMarked
package org.aletheia.testimony.vault.custodians.store;

import org.jspecify.annotations.NullMarked;
