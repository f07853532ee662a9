/** Passages of a text that may identify somebody: proposed to whoever reads it, decided by nobody here. */
@NullMarked
package org.aletheia.evidence.rendition.passage;

import org.jspecify.annotations.NullMarked;
