/**
 * What keeps people safe who gave statements: notes in codes and dates, closed to all but protection staff and counsel, and
 * counsel's decisions on what of them may leave.
 */
@NullMarked
package org.aletheia.testimony.protection;

import org.jspecify.annotations.NullMarked;
