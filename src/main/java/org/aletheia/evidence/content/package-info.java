/**
 * Sealed content: one pass over a stream digests, encrypts and stores it; reading decrypts by ranges. The byte format is
 * frozen and described in {@code docs/formats-content.md}.
 */
@NullMarked
package org.aletheia.evidence.content;

import org.jspecify.annotations.NullMarked;
