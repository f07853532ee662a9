/**
 * Checks the whole estate from the journal to the stored bytes, names every fault and changes nothing. What capabilities
 * keep is checked by their own {@link org.aletheia.custody.fsck.EstateCheck}. Codes: {@code docs/fsck.md}.
 */
@NullMarked
package org.aletheia.custody.fsck;

import org.jspecify.annotations.NullMarked;
