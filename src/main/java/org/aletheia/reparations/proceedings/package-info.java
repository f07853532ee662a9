/** The steps of a claim from filing to review, who takes them, and what each changes. */
@NullMarked
package org.aletheia.reparations.proceedings;

import org.jspecify.annotations.NullMarked;
