/** The item sheet for a court: one line an item, with what the record and the log know of it. */
@NullMarked
package org.aletheia.insight.sheet;

import org.jspecify.annotations.NullMarked;
