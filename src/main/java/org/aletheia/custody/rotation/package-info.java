/** The key-encryption key is exchanged: a new one wraps, the register is wrapped anew, the old one is retired; the journal tells. */
@NullMarked
package org.aletheia.custody.rotation;

import org.jspecify.annotations.NullMarked;
