/** The tables of doors: the record and its wishes behind the wall, codes and messages in the vault. */
@NullMarked
package org.aletheia.testimony.door.store;

import org.jspecify.annotations.NullMarked;
