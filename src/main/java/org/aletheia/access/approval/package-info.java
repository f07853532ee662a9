/** Decisions of two: one member asks, another decides, and only then it is done. */
@NullMarked
package org.aletheia.access.approval;

import org.jspecify.annotations.NullMarked;
