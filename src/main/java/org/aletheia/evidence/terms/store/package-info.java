/** Tables {@code assurance} and {@code return_confirmation}. */
@NullMarked
package org.aletheia.evidence.terms.store;

import org.jspecify.annotations.NullMarked;
