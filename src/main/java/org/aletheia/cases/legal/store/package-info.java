/** Table {@code legal_request}. */
@NullMarked
package org.aletheia.cases.legal.store;

import org.jspecify.annotations.NullMarked;
