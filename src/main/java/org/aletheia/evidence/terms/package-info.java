/** What conditions of receipt, and the countries in which material may be used, forbid to those to whom it goes. */
@NullMarked
package org.aletheia.evidence.terms;

import org.jspecify.annotations.NullMarked;
