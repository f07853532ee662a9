/** Who: victims under pseudonyms, and the persons, groups, units, organisations and States of the record. */
@NullMarked
package org.aletheia.parties;

import org.jspecify.annotations.NullMarked;
