/** The codes of the anonymous door, in the vault. */
@NullMarked
package org.aletheia.testimony.door.anonymous.store;

import org.jspecify.annotations.NullMarked;
