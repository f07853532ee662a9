/** Finding records: what may be asked, what is answered, and the one service that answers. */
@NullMarked
package org.aletheia.search;

import org.jspecify.annotations.NullMarked;
