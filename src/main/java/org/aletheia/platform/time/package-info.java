/** The only clock of the server. */
@NullMarked
package org.aletheia.platform.time;

import org.jspecify.annotations.NullMarked;
