/** Statements that one organisation hands in for another, with what comes with them. */
@NullMarked
package org.aletheia.testimony.handin;

import org.jspecify.annotations.NullMarked;
