/** Names that were given to the server are looked for, byte by byte, wherever it writes. */
@NullMarked
package org.aletheia.canary;

import org.jspecify.annotations.NullMarked;
