/** What happened: incidents, the acts in them, and who is alleged to be involved; never dependent on a known perpetrator. */
@NullMarked
package org.aletheia.incidents;

import org.jspecify.annotations.NullMarked;
