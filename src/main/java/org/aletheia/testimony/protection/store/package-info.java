/** The tables of protection notes and of counsel's decisions; no follower reads them. */
@NullMarked
package org.aletheia.testimony.protection.store;

import org.jspecify.annotations.NullMarked;
