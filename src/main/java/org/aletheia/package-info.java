/** The entry point. */
@NullMarked
package org.aletheia;

import org.jspecify.annotations.NullMarked;
