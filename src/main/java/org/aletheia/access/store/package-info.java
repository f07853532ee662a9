/** Enrolments and shares in the database. */
@NullMarked
package org.aletheia.access.store;

import org.jspecify.annotations.NullMarked;
