/** Questions about earlier interviews over HTTP. */
@NullMarked
package org.aletheia.joins.prior.rest;

import org.jspecify.annotations.NullMarked;
