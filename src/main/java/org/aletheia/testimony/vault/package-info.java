/**
 * The identity vault: names and contacts of victims and protected persons, sealed under a key of each person, in a
 * database schema that only the role of this package can read. Everything else knows the pseudonym.
 */
@NullMarked
package org.aletheia.testimony.vault;

import org.jspecify.annotations.NullMarked;
