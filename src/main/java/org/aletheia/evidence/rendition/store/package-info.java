/** The rows of renditions. */
@NullMarked
package org.aletheia.evidence.rendition.store;

import org.jspecify.annotations.NullMarked;
