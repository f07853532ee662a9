/** Case files: who is alleged to have done which crime, what supports each element of it, and what must be disclosed. */
@NullMarked
package org.aletheia.cases;

import org.jspecify.annotations.NullMarked;
