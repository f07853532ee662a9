/** What each category needs, what is easily mistaken, what is taken off: rules that are data. */
@NullMarked
package org.aletheia.reparations.rules;

import org.jspecify.annotations.NullMarked;
