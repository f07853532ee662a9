/** Where the vault and the requests to see into it are stored. */
@NullMarked
package org.aletheia.testimony.vault.store;

import org.jspecify.annotations.NullMarked;
