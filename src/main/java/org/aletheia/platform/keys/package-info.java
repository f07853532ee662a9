/**
 * Keys in three levels: the key-encryption key of a provider wraps unit keys, a unit key wraps the data keys of what
 * belongs to one item, person or event batch. Destroying a unit key makes all of that unreadable and nothing else.
 */
@NullMarked
package org.aletheia.platform.keys;

import org.jspecify.annotations.NullMarked;
