/** What the organisations call the records that they loaded. */
@NullMarked
package org.aletheia.evidence.bulk.store;

import org.jspecify.annotations.NullMarked;
