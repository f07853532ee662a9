/** What every resource shares: problems (RFC 9457), pages, cursors, entity tags, idempotency, request ids. */
@NullMarked
package org.aletheia.platform.http;

import org.jspecify.annotations.NullMarked;
