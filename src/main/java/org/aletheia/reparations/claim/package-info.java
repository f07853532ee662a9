/** What a claim says and what happened to it: values that were checked before they existed. */
@NullMarked
package org.aletheia.reparations.claim;

import org.jspecify.annotations.NullMarked;
