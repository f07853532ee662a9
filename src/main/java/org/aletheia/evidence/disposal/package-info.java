/**
 * How records go for good: asked by one person, decided by another, one of the two counsel; what remains is that they were
 * there. The database alone removes, and only what was decided so (V34).
 */
@NullMarked
package org.aletheia.evidence.disposal;

import org.jspecify.annotations.NullMarked;
