/** Values that every other package shares: ids, digests, dates, languages, places. JDK only; knows no framework. */
@NullMarked
package org.aletheia.kernel;

import org.jspecify.annotations.NullMarked;
