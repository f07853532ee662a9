/** What people said, and what keeps them safe who said it; what both speak of persons with, who stand under pseudonyms. */
@NullMarked
package org.aletheia.testimony;

import org.jspecify.annotations.NullMarked;
