/** What people state about material they hand in: the values, the whole-at-once reading of them, their canonical form. */
@NullMarked
package org.aletheia.evidence.metadata;

import org.jspecify.annotations.NullMarked;
