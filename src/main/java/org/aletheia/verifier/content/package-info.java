/** Opens stored content with a given key, by {@code docs/formats-content.md} alone and with nothing but the JDK. */
@NullMarked
package org.aletheia.verifier.content;

import org.jspecify.annotations.NullMarked;
