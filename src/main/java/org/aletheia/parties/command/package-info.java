/** Who commanded whom on a day: walks over affiliations, and what is wrong with what they say. */
@NullMarked
package org.aletheia.parties.command;

import org.jspecify.annotations.NullMarked;
