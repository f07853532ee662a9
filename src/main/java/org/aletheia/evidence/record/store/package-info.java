/** How records of every kind are stored: one table a kind, its content as JSON beside the columns of the wall. */
@NullMarked
package org.aletheia.evidence.record.store;

import org.jspecify.annotations.NullMarked;
