/** What somebody said, when and to whom: the circumstances and versions of statements; the words are in items only. */
@NullMarked
package org.aletheia.testimony.statement;

import org.jspecify.annotations.NullMarked;
