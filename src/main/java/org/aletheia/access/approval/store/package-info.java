/** Table {@code approval_request}. */
@NullMarked
package org.aletheia.access.approval.store;

import org.jspecify.annotations.NullMarked;
