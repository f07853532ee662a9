/**
 * What must go to the defence: material flagged as helping it, the register of all that a body holds, decisions on what is
 * restricted, and the certificate that none lacks one.
 */
@NullMarked
package org.aletheia.cases.disclosure;

import org.jspecify.annotations.NullMarked;
