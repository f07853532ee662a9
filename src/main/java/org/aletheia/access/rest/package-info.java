/** Bootstrap, members, shares and the caller over HTTP. */
@NullMarked
package org.aletheia.access.rest;

import org.jspecify.annotations.NullMarked;
