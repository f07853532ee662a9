/** Where questions, matches and, in the vault, marks of identities are kept. */
@NullMarked
package org.aletheia.joins.prior.store;

import org.jspecify.annotations.NullMarked;
