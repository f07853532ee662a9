/** The vault over HTTP: in by PUT, out by reveal only; nothing of it may be cached. */
@NullMarked
package org.aletheia.testimony.vault.rest;

import org.jspecify.annotations.NullMarked;
