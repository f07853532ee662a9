/** What counsel ruled, in PostgreSQL. */
@NullMarked
package org.aletheia.evidence.privilege.store;

import org.jspecify.annotations.NullMarked;
