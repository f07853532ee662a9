/** What the server says of the health of those that it stands on, as far as no capability owns them. */
@NullMarked
package org.aletheia.platform.health;

import org.jspecify.annotations.NullMarked;
