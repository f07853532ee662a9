/** What victims claim for the harm that they suffered. */
@NullMarked
package org.aletheia.reparations;

import org.jspecify.annotations.NullMarked;
