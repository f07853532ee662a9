/** Sources: which item supports, contradicts or bears on a record or one member of it, where in the item, and who says so. */
@NullMarked
package org.aletheia.evidence.citation;

import org.jspecify.annotations.NullMarked;
