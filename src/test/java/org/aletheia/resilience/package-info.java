/**
 * The packaged server as a process of its own, killed, starved and overloaded; afterwards everything that it had
 * acknowledged must be there and nothing else. All of it is tagged {@code slow}.
 */
@NullMarked
package org.aletheia.resilience;

import org.jspecify.annotations.NullMarked;
