/** Rows of erasures, and the functions of the database beside them. */
@NullMarked
package org.aletheia.testimony.vault.erasure.store;

import org.jspecify.annotations.NullMarked;
