/** Legal and descriptive code lists as versioned, multilingual data: a new row needs no release of the code. */
@NullMarked
package org.aletheia.codelists;

import org.jspecify.annotations.NullMarked;
