/** What people agreed to of what they gave, what they took back, who was told of it, and what they are told themselves. */
@NullMarked
package org.aletheia.testimony.consent;

import org.jspecify.annotations.NullMarked;
