/** Statements of the journal and the log, in plain JDBC: no entities, since rows are written once and read as values. */
@NullMarked
package org.aletheia.custody.store;

import org.jspecify.annotations.NullMarked;
