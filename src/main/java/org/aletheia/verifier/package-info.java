/** Offline verification of what a server hands out: trusts no server and starts without Quarkus. */
@NullMarked
package org.aletheia.verifier;

import org.jspecify.annotations.NullMarked;
