/**
 * "Already interviewed?": an interviewer asks so that nobody has to tell again what hurts to tell; whether somebody else was
 * told learn the two contact desks alone, and nobody ever hears no.
 */
@NullMarked
package org.aletheia.joins.prior;

import org.jspecify.annotations.NullMarked;
