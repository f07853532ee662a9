/**
 * Who has to be there before the vault opens: members of different organisations, each with a key of their own, as two
 * administrators decided. Knows nothing of identities and reveals.
 */
@NullMarked
package org.aletheia.testimony.vault.custodians;

import org.jspecify.annotations.NullMarked;
