/** The tables of anonymous deposits. */
@NullMarked
package org.aletheia.evidence.anonymous.store;

import org.jspecify.annotations.NullMarked;
