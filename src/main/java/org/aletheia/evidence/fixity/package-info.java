/** Continuous fixity: stored bytes are read again within a period, what is found is an event, damage is told and repaired. */
@NullMarked
package org.aletheia.evidence.fixity;

import org.jspecify.annotations.NullMarked;
