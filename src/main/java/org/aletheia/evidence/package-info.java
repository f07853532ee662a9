/** What is handed in and kept: submissions, deposits, items with their bytes, and what becomes of them. */
@NullMarked
package org.aletheia.evidence;

import org.jspecify.annotations.NullMarked;
