/**
 * What every kind of the linked record shares: creation, revision, history, references to other records, and the checks
 * of what callers write. A kind adds its content, its wire body and a table.
 */
@NullMarked
package org.aletheia.evidence.record;

import org.jspecify.annotations.NullMarked;
