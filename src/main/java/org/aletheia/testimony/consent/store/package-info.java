/** The tables of consents, of withdrawal notices and of what bodies declare; no follower reads them. */
@NullMarked
package org.aletheia.testimony.consent.store;

import org.jspecify.annotations.NullMarked;
