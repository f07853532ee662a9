/** Many records in one request: JSON Lines, one record a line, each with the revision and the event that it gets alone. */
@NullMarked
package org.aletheia.evidence.bulk;

import org.jspecify.annotations.NullMarked;
