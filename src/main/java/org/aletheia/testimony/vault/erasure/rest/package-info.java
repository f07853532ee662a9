/** Erasures of identities over HTTP. */
@NullMarked
package org.aletheia.testimony.vault.erasure.rest;

import org.jspecify.annotations.NullMarked;
