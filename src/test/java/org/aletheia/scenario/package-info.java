/** One invented situation, told through the API by those who would tell it, and what is asked about it afterwards. */
@NullMarked
package org.aletheia.scenario;

import org.jspecify.annotations.NullMarked;
