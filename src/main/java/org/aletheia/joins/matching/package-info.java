/** Which records may speak of one and the same, and why one may think so; a person decides. */
@NullMarked
package org.aletheia.joins.matching;

import org.jspecify.annotations.NullMarked;
