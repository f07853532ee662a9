/** The table of the key register. */
@NullMarked
package org.aletheia.platform.keys.store;

import org.jspecify.annotations.NullMarked;
