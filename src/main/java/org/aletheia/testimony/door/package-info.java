/**
 * The survivor's own door: with a code and a word, and no account, a person sees what happened to their words, writes to
 * the organisation that supports them, stops every use and asks to take their words back. Nothing of whoever comes by is
 * kept: no address, no browser, no cookie.
 */
@NullMarked
package org.aletheia.testimony.door;

import org.jspecify.annotations.NullMarked;
