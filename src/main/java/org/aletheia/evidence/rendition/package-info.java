/**
 * Renditions of items: copies, redactions, transcripts, translations, texts and previews, who made them from what, and whether
 * a second person found them free of identifying passages. A rendition is part of its item and under its item's policy.
 */
@NullMarked
package org.aletheia.evidence.rendition;

import org.jspecify.annotations.NullMarked;
