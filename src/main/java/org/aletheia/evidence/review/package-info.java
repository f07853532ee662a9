/** Reviews: who went over a record, of which revision, with what outcome and for which reasons; the same for every kind. */
@NullMarked
package org.aletheia.evidence.review;

import org.jspecify.annotations.NullMarked;
