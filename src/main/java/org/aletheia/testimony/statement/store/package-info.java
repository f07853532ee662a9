/** The table of statements, and what followers may know of it. */
@NullMarked
package org.aletheia.testimony.statement.store;

import org.jspecify.annotations.NullMarked;
