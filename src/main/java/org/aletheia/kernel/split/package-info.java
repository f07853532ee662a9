/**
 * A secret in the hands of several: it is split so that some of them together have it and fewer have nothing, and each part is
 * sealed to the public key of who is to have it. JDK only, for the server and for the programs of those who keep a part.
 */
@NullMarked
package org.aletheia.kernel.split;

import org.jspecify.annotations.NullMarked;
