/** Doors over HTTP: for members as JSON, for the person as plain pages without scripts. */
@NullMarked
package org.aletheia.testimony.door.rest;

import org.jspecify.annotations.NullMarked;
