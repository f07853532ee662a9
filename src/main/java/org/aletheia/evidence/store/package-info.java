/** The rows of evidence. */
@NullMarked
package org.aletheia.evidence.store;

import org.jspecify.annotations.NullMarked;
