/** Which items are marked. */
@NullMarked
package org.aletheia.evidence.abuse.store;

import org.jspecify.annotations.NullMarked;
