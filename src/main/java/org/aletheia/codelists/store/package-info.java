/** The operator's editions of code lists in PostgreSQL. */
@NullMarked
package org.aletheia.codelists.store;

import org.jspecify.annotations.NullMarked;
