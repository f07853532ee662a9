/** The rows of protective measures. */
@NullMarked
package org.aletheia.evidence.measure.store;

import org.jspecify.annotations.NullMarked;
