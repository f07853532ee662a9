/** Custodians over HTTP: their public keys, and who they are. */
@NullMarked
package org.aletheia.testimony.vault.custodians.rest;

import org.jspecify.annotations.NullMarked;
