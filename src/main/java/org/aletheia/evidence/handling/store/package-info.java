/** The rows of custody after receipt. */
@NullMarked
package org.aletheia.evidence.handling.store;

import org.jspecify.annotations.NullMarked;
