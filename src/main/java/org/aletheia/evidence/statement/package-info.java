/** The chain of custody of one item in the words of others: PREMIS, CASE, PROV-O. */
@NullMarked
package org.aletheia.evidence.statement;

import org.jspecify.annotations.NullMarked;
