/**
 * What an operator puts beside or in the place of data of a release while the server runs: stored as given, one after the
 * other, none ever changed or removed, and put into force on every replica within seconds.
 */
@NullMarked
package org.aletheia.platform.editions;

import org.jspecify.annotations.NullMarked;
