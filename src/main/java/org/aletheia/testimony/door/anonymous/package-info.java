/**
 * The anonymous door: somebody without an account hands in a text and files, gets a code and chooses a word, and comes back with
 * both. Nothing of whoever comes by is kept: no address, no browser, no cookie.
 */
@NullMarked
package org.aletheia.testimony.door.anonymous;

import org.jspecify.annotations.NullMarked;
